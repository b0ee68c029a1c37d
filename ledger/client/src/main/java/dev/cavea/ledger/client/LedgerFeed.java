package dev.cavea.ledger.client;

import dev.cavea.ledger.core.event.FeedEntry;
import java.util.List;

/** Reads what the ledger did: every event, in order, with its position. */
public interface LedgerFeed {

    /**
     * All houses as of one position. Follow from the position after it to stay current. It comes
     * from one member; unless that is the leader, it may lack what was answered a moment ago.
     */
    LedgerImage image();

    /**
     * Hands every entry from the position on to the listener, in order and exactly once, on a
     * thread that belongs to the feed. The listener may block; it then falls behind, and nothing is
     * lost. An exception from it ends the subscription and is found in {@link
     * Subscription#failure}.
     */
    Subscription follow(long fromPosition, Listener listener);

    /** Takes a batch of consecutive entries, at least one. */
    @FunctionalInterface
    interface Listener {
        void accept(List<FeedEntry> entries);
    }

    interface Subscription extends AutoCloseable {
        /** The position of the last entry that the listener has taken. */
        long position();

        /** Why it ended; null while it runs, or if it was closed. */
        @org.jspecify.annotations.Nullable
        Throwable failure();

        @Override
        void close();
    }
}
