package dev.cavea.ledger.core.snapshot;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;

/**
 * A hold, or the sale that it became.
 *
 * @param ordinal position of the event that created it; unique
 * @param fromBlock for a standing hold: how many of its places go back to its channel's block
 * @param endMillis the hold's own end
 * @param pinnedUntilMillis 0 without a pin
 * @param extensions how often it was extended
 */
public record HoldState(
        HoldId id,
        long ordinal,
        long buyer,
        int channel,
        boolean sold,
        Places places,
        int fromBlock,
        long endMillis,
        long pinnedUntilMillis,
        int extensions) {}
