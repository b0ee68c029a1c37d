package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.EventSink;
import dev.cavea.ledger.core.Recall;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;

/** A ledger as the simulated world sees it; tests substitute broken ones. */
public interface Subject {

    Answer execute(Command command, EventSink sink);

    void advanceTo(long logTimeMillis, EventSink sink);

    void replay(FeedEntry entry);

    long openSession();

    Recall recall(long session, long pack);

    void remember(long session, long pack, long confirmedBelow, Answer[] answers);

    long stateHash();

    long housesHash();

    LedgerSnapshot freeze();

    /** Makes ledgers, empty ones and from snapshots. */
    interface Maker {
        Subject fresh();

        Subject restored(LedgerSnapshot snapshot);
    }
}
