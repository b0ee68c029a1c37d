package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.EventSink;
import dev.cavea.ledger.core.Ledger;
import dev.cavea.ledger.core.Recall;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.snapshot.FrozenHouse;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;

/** The real ledger. Tests break it by overriding methods. */
public class RealLedger implements Subject {

    private final Ledger ledger;

    public RealLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Makes unbroken ones. */
    public static Maker maker() {
        return new Maker() {
            @Override
            public Subject fresh() {
                return new RealLedger(new Ledger());
            }

            @Override
            public Subject restored(LedgerSnapshot snapshot) {
                return new RealLedger(restore(snapshot));
            }
        };
    }

    public static Ledger restore(LedgerSnapshot snapshot) {
        return Ledger.restore(
                snapshot.head(), snapshot.houses().stream().map(FrozenHouse::state).iterator());
    }

    @Override
    public Answer execute(Command command, EventSink sink) {
        return ledger.execute(command, sink);
    }

    @Override
    public void advanceTo(long logTimeMillis, EventSink sink) {
        ledger.advanceTo(logTimeMillis, sink);
    }

    @Override
    public void replay(FeedEntry entry) {
        ledger.replay(entry);
    }

    @Override
    public long openSession() {
        return ledger.openSession();
    }

    @Override
    public Recall recall(long session, long pack) {
        return ledger.recall(session, pack);
    }

    @Override
    public void remember(long session, long pack, long confirmedBelow, Answer[] answers) {
        ledger.remember(session, pack, confirmedBelow, answers);
    }

    @Override
    public long stateHash() {
        return ledger.stateHash();
    }

    @Override
    public long housesHash() {
        return ledger.housesHash();
    }

    @Override
    public LedgerSnapshot freeze() {
        return ledger.freeze();
    }
}
