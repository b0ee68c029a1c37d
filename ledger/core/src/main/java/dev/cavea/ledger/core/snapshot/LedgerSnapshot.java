package dev.cavea.ledger.core.snapshot;

import java.util.List;

/**
 * The ledger as of a position; immutable, and readable from any thread.
 *
 * @param houses by number
 */
public record LedgerSnapshot(SnapshotHead head, List<FrozenHouse> houses) {

    public LedgerSnapshot {
        houses = List.copyOf(houses);
    }
}
