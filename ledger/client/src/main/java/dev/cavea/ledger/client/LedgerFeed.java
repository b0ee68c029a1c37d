package dev.cavea.ledger.client;

import dev.cavea.ledger.core.event.FeedEntry;
import java.util.List;

/** Reads what the ledger has done: every event, in order, with its position. */
public interface LedgerFeed {

    /**
     * All houses as of one position. Follow from the position after it to stay current. It comes
     * from one member, and another one than the leader may not yet have what was just answered.
     */
    LedgerImage image();

    /**
     * Hands all entries from the position on to the listener, in order and each once, on one thread
     * of the feed's own. The listener may block; it then falls behind and nothing is lost. What it
     * throws ends the subscription and is in {@link Subscription#failure}.
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

        /** Why it ended, or null while it runs or when it was closed. */
        @org.jspecify.annotations.Nullable
        Throwable failure();

        @Override
        void close();
    }
}
