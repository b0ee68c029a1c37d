package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.Ledger;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import java.util.function.Function;

/** Makes ledgers with a bug planted, on every member or on those that come back from a snapshot. */
final class Planted {

    private Planted() {}

    static Subject.Maker everywhere(Function<Ledger, Subject> broken) {
        return new Subject.Maker() {
            @Override
            public Subject fresh() {
                return broken.apply(new Ledger());
            }

            @Override
            public Subject restored(LedgerSnapshot snapshot) {
                return broken.apply(RealLedger.restore(snapshot));
            }
        };
    }

    static Subject.Maker afterRestore(Function<LedgerSnapshot, Ledger> brokenRestore) {
        return new Subject.Maker() {
            @Override
            public Subject fresh() {
                return new RealLedger(new Ledger());
            }

            @Override
            public Subject restored(LedgerSnapshot snapshot) {
                return new RealLedger(brokenRestore.apply(snapshot));
            }
        };
    }
}
