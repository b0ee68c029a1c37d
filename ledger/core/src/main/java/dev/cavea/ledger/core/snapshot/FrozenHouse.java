package dev.cavea.ledger.core.snapshot;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.snapshot.HouseState.AreaBlock;
import java.util.List;

/** One house as of a position; immutable, and readable from any thread. */
public interface FrozenHouse {

    byte FREE = 0;
    byte HELD = 1;
    byte SOLD = 2;
    byte BLOCKED = 3;

    long house();

    /** Position of the last event of this house. */
    long version();

    boolean closed();

    Layout layout();

    /** One of the four states per seat, in a new array. */
    byte[] seatStates();

    /**
     * The channel each seat is blocked for, even while it is taken, in a new array; empty if none
     * is.
     */
    byte[] channels();

    /** In the order of the layout. */
    List<AreaCounts> areas();

    /** By area, then channel; none with quantity 0. */
    List<AreaBlock> areaBlocks();

    /** Holds, not sales, that return some standing places to a block; by ordinal. */
    List<HoldState> holdsFromBlocks();

    /** The whole state, built on demand: some hundred bytes per hold. */
    HouseState state();

    record AreaCounts(int capacity, int held, int sold, int blocked) {}
}
