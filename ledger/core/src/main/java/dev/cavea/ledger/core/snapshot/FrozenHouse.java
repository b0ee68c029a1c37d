package dev.cavea.ledger.core.snapshot;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.snapshot.HouseState.AreaBlock;
import java.util.List;

/** One house as of a position; never changes, and any thread may read it. */
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

    /** One of the four states a seat, in a new array. */
    byte[] seatStates();

    /**
     * The channel that each seat is blocked for, also while it is taken, in a new array; empty when
     * none is.
     */
    byte[] channels();

    /** In the order of the layout. */
    List<AreaCounts> areas();

    /** By area, then channel; none with quantity 0. */
    List<AreaBlock> areaBlocks();

    /** Holds, not sales, some of whose standing places go back to a block; by ordinal. */
    List<HoldState> holdsFromBlocks();

    /** All of it, made on demand: some hundred bytes a hold. */
    HouseState state();

    record AreaCounts(int capacity, int held, int sold, int blocked) {}
}
