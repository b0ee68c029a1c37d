package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.snapshot.FrozenHouse;
import dev.cavea.ledger.core.snapshot.HoldState;
import dev.cavea.ledger.core.snapshot.HouseState;
import dev.cavea.ledger.core.snapshot.HouseState.AreaBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A house that no longer changes. Does not read row summaries: searches refresh those even in a
 * frozen house.
 */
public final class FrozenView implements FrozenHouse {

    private final House of;

    FrozenView(House of) {
        this.of = of;
    }

    @Override
    public long house() {
        return of.id;
    }

    @Override
    public long version() {
        return of.version;
    }

    @Override
    public boolean closed() {
        return of.closed;
    }

    @Override
    public Layout layout() {
        return of.floor.layout();
    }

    @Override
    public byte[] seatStates() {
        byte[] states = new byte[of.floor.seatCount()];
        for (int seat = 0; seat < states.length; seat++) {
            states[seat] = stateOf(seat);
        }
        return states;
    }

    private byte stateOf(int seat) {
        if (of.seats.isTaken(seat)) {
            return of.holds.isSold(of.seats.holder(seat)) ? SOLD : HELD;
        }
        return of.seats.isFree(seat) ? FREE : BLOCKED;
    }

    @Override
    public byte[] channels() {
        byte[] channels = of.seats.channels();
        for (byte channel : channels) {
            if (channel != Rules.PUBLIC) {
                return channels;
            }
        }
        return new byte[0];
    }

    @Override
    public List<AreaCounts> areas() {
        List<AreaCounts> counts = new ArrayList<>();
        for (int area = 0; area < of.areas.count(); area++) {
            counts.add(
                    new AreaCounts(
                            of.areas.capacity(area),
                            of.areas.held(area),
                            of.areas.sold(area),
                            of.areas.blocked(area)));
        }
        return counts;
    }

    @Override
    public HouseState state() {
        return new HouseState(
                of.id,
                of.version,
                of.closed,
                of.floor.layout(),
                of.rules,
                of.seats.channels(),
                areaBlocks(),
                holds(_ -> true));
    }

    @Override
    public List<AreaBlock> areaBlocks() {
        List<AreaBlock> blocks = new ArrayList<>();
        for (int area = 0; area < of.areas.count(); area++) {
            for (int channel = 1; channel <= Rules.MAX_CHANNEL; channel++) {
                int quantity = of.areas.blockedFor(area, channel);
                if (quantity > 0) {
                    blocks.add(new AreaBlock(area, channel, quantity));
                }
            }
        }
        return blocks;
    }

    @Override
    public List<HoldState> holdsFromBlocks() {
        return holds(slot -> of.holds.fromBlock(slot) > 0);
    }

    private List<HoldState> holds(IntPredicate which) {
        List<HoldState> all = new ArrayList<>();
        for (int slot = 0; slot < of.holds.slots(); slot++) {
            if (of.holds.count(slot) > 0 && which.test(slot)) {
                all.add(holdIn(slot));
            }
        }
        all.sort(Comparator.comparingLong(HoldState::ordinal));
        return all;
    }

    private HoldState holdIn(int slot) {
        return new HoldState(
                of.holds.id(slot),
                of.holds.ordinal(slot),
                of.holds.buyer(slot),
                of.holds.channel(slot),
                of.holds.isSold(slot),
                of.places(slot),
                of.holds.fromBlock(slot),
                of.holds.end(slot),
                of.holds.pinnedUntil(slot),
                of.holds.extensions(slot));
    }
}
