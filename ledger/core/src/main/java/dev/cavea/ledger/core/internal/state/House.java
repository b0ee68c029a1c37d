package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;

/**
 * The state of one house: an event's seats and places. Anyone may read it; only {@link #apply}
 * changes it.
 */
public final class House {

    final long id;
    final Floor floor;
    final SeatTable seats;
    final HoldTable holds;
    final AreaTable areas;
    final BuyerCounts buyers;
    final DueHeap due;
    final RowSummary rows;
    private final SeatMarks marks;
    final HouseEvents events = new HouseEvents(this);

    Rules rules;
    boolean closed;
    long version;

    /** Someone may be reading this object: copy it before changing it. */
    private boolean frozen;

    public House(HouseOpened opened, long position) {
        id = opened.house();
        floor = new Floor(opened.layout());
        seats = new SeatTable(floor.seatCount());
        holds = new HoldTable();
        areas = new AreaTable(opened.layout().areas());
        buyers = new BuyerCounts();
        due = new DueHeap();
        rows = new RowSummary(floor);
        marks = new SeatMarks(floor.seatCount());
        rules = opened.rules();
        version = position;
    }

    private House(House from) {
        id = from.id;
        floor = from.floor;
        seats = from.seats.copy();
        holds = from.holds.copy();
        areas = from.areas.copy();
        buyers = from.buyers.copy();
        due = from.due.copy();
        rows = from.rows.copy();
        marks = from.marks;
        rules = from.rules;
        closed = from.closed;
        version = from.version;
    }

    /** From now on this object never changes; {@link #thawed} returns one that may. */
    public FrozenView freeze() {
        frozen = true;
        return new FrozenView(this);
    }

    public House thawed() {
        return frozen ? new House(this) : this;
    }

    public long id() {
        return id;
    }

    public Floor floor() {
        return floor;
    }

    public SeatTable seats() {
        return seats;
    }

    public HoldTable holds() {
        return holds;
    }

    public AreaTable areas() {
        return areas;
    }

    public BuyerCounts buyers() {
        return buyers;
    }

    public RowSummary rows() {
        return rows;
    }

    /** Scratch space for one decision; empty between decisions. */
    public SeatMarks marks() {
        return marks;
    }

    public Rules rules() {
        return rules;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Position of its last event. */
    public long version() {
        return version;
    }

    /** Log time at which the first hold ends; far in the future if there are none. */
    public long firstDue() {
        return due.firstDue();
    }

    /** The hold that ends first; among equals the oldest. There must be one. */
    public int firstDueSlot() {
        return due.firstSlot();
    }

    public boolean hasHoldsDue() {
        return !due.isEmpty();
    }

    /** What the hold or sale has, seats in the order they were requested. */
    public Places places(int slot) {
        if (holds.isStanding(slot)) {
            return new Places.Standing(holds.area(slot), holds.count(slot));
        }
        int[] indexes = new int[holds.count(slot)];
        int seat = holds.firstSeat(slot);
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = seat;
            seat = seats.next(seat);
        }
        return new Places.Seated(Seats.wrap(indexes));
    }

    /** Makes the event's changes. */
    public void apply(Event event, long position) {
        events.apply(event, position);
        version = position;
    }
}
