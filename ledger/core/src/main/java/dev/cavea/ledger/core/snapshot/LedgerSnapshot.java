package dev.cavea.ledger.core.snapshot;

import java.util.List;

/**
 * The ledger as of a position; never changes, and any thread may read it.
 *
 * @param houses by number
 */
public record LedgerSnapshot(SnapshotHead head, List<FrozenHouse> houses) {

    public LedgerSnapshot {
        houses = List.copyOf(houses);
    }
}
