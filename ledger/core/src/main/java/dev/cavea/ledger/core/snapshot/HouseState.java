package dev.cavea.ledger.core.snapshot;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Rules;
import java.util.List;

/**
 * One house, complete: everything else about it (who holds a seat, counts, order of expiry) is
 * derived.
 *
 * @param version position of the last event of this house
 * @param channels the channel each seat is blocked for, even while it is held or sold; 0 for none
 * @param areaBlocks places blocked in areas, by area, then channel; none with quantity 0
 * @param holds holds and sales, by ordinal
 */
@SuppressWarnings("ArrayRecordComponent") // A column that is never written to.
public record HouseState(
        long house,
        long version,
        boolean closed,
        Layout layout,
        Rules rules,
        byte[] channels,
        List<AreaBlock> areaBlocks,
        List<HoldState> holds) {

    /** Free places of an area that are kept for a channel. */
    public record AreaBlock(int area, int channel, int quantity) {}

    public HouseState {
        areaBlocks = List.copyOf(areaBlocks);
        holds = List.copyOf(holds);
    }
}
