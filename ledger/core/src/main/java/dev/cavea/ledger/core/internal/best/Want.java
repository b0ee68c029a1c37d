package dev.cavea.ledger.core.internal.best;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Wish;
import dev.cavea.ledger.core.internal.state.Floor;
import dev.cavea.ledger.core.internal.state.House;
import dev.cavea.ledger.core.internal.state.Mix;

/** Which seats would do for a wish, and in which row to start looking. */
final class Want {

    private static final int MAX_QUALITY = Character.MAX_VALUE;

    final House house;
    final Floor floor;
    private final int channel;
    private final Wish wish;

    /**
     * Simultaneous callers start in different rows, so that they do not collide when many rows are
     * equally good.
     */
    private final long spread;

    /** Whether to accept a block that leaves a single seat where any choice would leave one. */
    private final boolean givesWay;

    Want(House house, HoldId id, int channel, Wish wish) {
        this(house, channel, wish, Mix.scatter(id), false);
    }

    private Want(House house, int channel, Wish wish, long spread, boolean givesWay) {
        this.house = house;
        this.channel = channel;
        this.wish = wish;
        floor = house.floor();
        this.spread = spread;
        this.givesWay = givesWay;
    }

    /** The same, with the orphan rule giving way. */
    Want givingWay() {
        return new Want(house, channel, wish, spread, true);
    }

    /** Whether the block may not be taken because of what it would leave. */
    boolean leavesOrphan(int first, int last) {
        return Gaps.wouldLeave(house, first, last)
                && !(givesWay && Gaps.isAllButOne(house, first, last));
    }

    /** An index into a list of that length, spread evenly over all ids. */
    int startIn(int length) {
        return (int) Long.remainderUnsigned(spread, length);
    }

    /** Whether the seat can be part of the hold; wheelchair places and companion seats cannot. */
    boolean takes(int seat) {
        return !floor.isReserved(seat) && takesEven(seat);
    }

    /** The same, wheelchair places and companion seats included. */
    boolean takesEven(int seat) {
        return house.seats().isOpenTo(seat, channel)
                && !house.marks().has(seat)
                && (wish.zones() >>> floor.zone(seat) & 1) != 0
                && isSection(floor.rowOf(seat));
    }

    boolean isSection(int row) {
        return wish.section() == Wish.ANY_SECTION
                || floor.layout().rowSections()[row] == wish.section();
    }

    /** False if the row certainly has no such number of seats side by side. */
    boolean mayFit(int row, int size) {
        return (wish.zones() & floor.zonesOfRow(row)) != 0
                && isSection(row)
                && (mayUseBlocks(row) || house.rows().longestRun(row, house.seats()) >= size);
    }

    /** No block of this size in the row has a higher score. */
    int bound(int row, int size) {
        int best = mayUseBlocks(row) ? MAX_QUALITY : house.rows().bestQuality(row, house.seats());
        return best * size;
    }

    /** A row's summary is about free seats; a channel may have more. */
    private boolean mayUseBlocks(int row) {
        return channel != Rules.PUBLIC && house.rows().hasBlocked(row, house.seats());
    }
}
