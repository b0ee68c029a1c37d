package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.LedgerBroken;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.HoldExtended;
import dev.cavea.ledger.core.event.HoldPinned;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.HouseClosed;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesBlocked;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.event.PlacesReturned;
import dev.cavea.ledger.core.event.PlacesUnblocked;
import dev.cavea.ledger.core.event.RulesChanged;
import dev.cavea.ledger.core.event.SeatsMoved;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;

/** The state of one house. Everyone may read it; only {@link #apply} changes it. */
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

    Rules rules;
    boolean closed;
    long version;

    /** Somebody may be reading this object: it must be copied before it changes. */
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

    /** From now on this object stays as it is; {@link #thawed} gives one that may change. */
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

    /** Scratch for one decision; empty between two. */
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

    /** Log time at which the first hold ends, far in the future without holds. */
    public long firstDue() {
        return due.firstDue();
    }

    /** The hold that ends first; among equals the oldest. Only when there is one. */
    public int firstDueSlot() {
        return due.firstSlot();
    }

    public boolean hasHoldsDue() {
        return !due.isEmpty();
    }

    /** What the hold or sale has, seats in the order in which they were asked for. */
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

    /** Makes true what the event says has happened. */
    public void apply(Event event, long position) {
        switch (event) {
            case PlacesHeld held -> held(held, position);
            case HoldReleased released -> end(slotOf(released.hold()));
            case HoldExpired expired -> end(slotOf(expired.hold()));
            case HoldSold sold -> sold(slotOf(sold.sale()));
            case HoldExtended extended -> extended(extended);
            case HoldPinned pinned -> pinned(pinned);
            case PlacesReturned returned -> returned(returned);
            case SeatsMoved moved -> moved(moved);
            case PlacesBlocked b -> blocked(b.places(), Rules.PUBLIC, b.channel());
            case PlacesUnblocked u -> blocked(u.places(), u.channel(), Rules.PUBLIC);
            case RulesChanged changed -> rules = changed.rules();
            case HouseClosed _ -> closed = true;
            case HouseOpened _ -> throw new LedgerBroken("house " + id + " is opened twice");
        }
        version = position;
    }

    private int slotOf(HoldId hold) {
        int slot = holds.find(hold);
        if (slot == HoldTable.NONE) {
            throw new LedgerBroken("house " + id + " has no hold " + hold);
        }
        return slot;
    }

    private void held(PlacesHeld held, long position) {
        int slot =
                holds.add(
                        held.hold(),
                        held.buyer(),
                        held.channel(),
                        position,
                        held.expiresAtMillis());
        switch (held.places()) {
            case Places.Seated seated -> seat(slot, seated.seats());
            case Places.Standing(int area, int quantity) -> {
                int fromBlock = areas.hold(area, quantity, held.channel());
                holds.stand(slot, area, quantity, fromBlock);
            }
        }
        buyers.add(held.buyer(), held.places().count());
        due.add(slot, held.expiresAtMillis(), position);
    }

    void seat(int slot, Seats wanted) {
        int following = SeatTable.END;
        for (int i = wanted.count() - 1; i >= 0; i--) {
            int seat = wanted.get(i);
            take(seat, slot);
            seats.link(seat, following);
            following = seat;
        }
        holds.seat(slot, following, wanted.count());
    }

    private void take(int seat, int slot) {
        rows.changed(seat, seats.isFree(seat) ? -1 : 0);
        seats.take(seat, slot);
    }

    private void giveBack(int seat, int slot) {
        seats.giveBack(seat, slot);
        rows.changed(seat, seats.isFree(seat) ? 1 : 0);
    }

    /** Ends a hold; seats that a channel had blocked are blocked again. */
    private void end(int slot) {
        if (holds.isStanding(slot)) {
            areas.release(
                    holds.area(slot),
                    holds.count(slot),
                    holds.channel(slot),
                    holds.fromBlock(slot));
        } else {
            int seat = holds.firstSeat(slot);
            for (int i = holds.count(slot); i > 0; i--) {
                giveBack(seat, slot);
                seat = seats.next(seat);
            }
        }
        due.remove(slot);
        buyers.subtract(holds.buyer(slot), holds.count(slot));
        holds.remove(slot);
    }

    private void sold(int slot) {
        if (holds.isStanding(slot)) {
            areas.sell(holds.area(slot), holds.count(slot));
        }
        due.remove(slot);
        holds.sell(slot);
    }

    private void extended(HoldExtended extended) {
        int slot = slotOf(extended.hold());
        holds.extend(slot, extended.expiresAtMillis(), holds.extensions(slot) + 1);
        due.change(slot, holds.due(slot));
    }

    private void pinned(HoldPinned pinned) {
        int slot = slotOf(pinned.hold());
        holds.pin(slot, pinned.pinnedUntilMillis());
        due.change(slot, holds.due(slot));
    }

    private void returned(PlacesReturned returned) {
        int slot = slotOf(returned.sale());
        int places = returned.places().count();
        buyers.subtract(holds.buyer(slot), places);
        switch (returned.places()) {
            case Places.Standing(int area, int quantity) -> {
                areas.giveBack(area, quantity, returned.channel());
                holds.stand(slot, area, holds.count(slot) - quantity, 0);
            }
            case Places.Seated(Seats back) -> {
                for (int i = 0; i < back.count(); i++) {
                    seats.block(back.get(i), returned.channel());
                    giveBack(back.get(i), slot);
                }
                relink(slot);
            }
        }
        if (holds.count(slot) == 0) {
            holds.remove(slot);
        }
    }

    /** Leaves out of the sale's list the seats that it no longer has. */
    private void relink(int slot) {
        int first = SeatTable.END;
        int last = SeatTable.END;
        int kept = 0;
        int seat = holds.firstSeat(slot);
        for (int i = holds.count(slot); i > 0; i--) {
            int following = seats.next(seat);
            if (seats.holder(seat) == slot) {
                if (kept++ == 0) {
                    first = seat;
                } else {
                    seats.link(last, seat);
                }
                last = seat;
            }
            seat = following;
        }
        holds.seat(slot, first, kept);
    }

    /** Each seat takes the place of the one it is exchanged for; that goes back to its block. */
    private void moved(SeatsMoved moved) {
        int slot = slotOf(moved.sale());
        Places.Seated had = (Places.Seated) places(slot);
        int[] has = had.seats().toArray();
        for (int i = 0; i < has.length; i++) {
            giveBack(has[i], slot);
            for (int m = 0; m < moved.from().count(); m++) {
                if (moved.from().get(m) == had.seats().get(i)) {
                    has[i] = moved.to().get(m);
                }
            }
        }
        seat(slot, Seats.wrap(has));
    }

    private void blocked(Places places, int fromChannel, int toChannel) {
        switch (places) {
            case Places.Standing(int area, int quantity) -> {
                areas.block(area, fromChannel, fromChannel == Rules.PUBLIC ? 0 : -quantity);
                areas.block(area, toChannel, toChannel == Rules.PUBLIC ? 0 : quantity);
            }
            case Places.Seated(Seats named) -> {
                for (int i = 0; i < named.count(); i++) {
                    block(named.get(i), fromChannel, toChannel);
                }
            }
        }
    }

    private void block(int seat, int fromChannel, int toChannel) {
        if (seats.isTaken(seat) || seats.channel(seat) != fromChannel) {
            throw new LedgerBroken(
                    "seat %d goes from channel %d to %d but is of %d, taken: %s"
                            .formatted(
                                    seat,
                                    fromChannel,
                                    toChannel,
                                    seats.channel(seat),
                                    seats.isTaken(seat)));
        }
        seats.block(seat, toChannel);
        rows.changed(seat, toChannel == Rules.PUBLIC ? 1 : -1);
    }
}
