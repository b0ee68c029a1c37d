package dev.cavea.platform.live;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.client.LedgerImage;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.FeedEntry;
import java.util.ArrayList;
import java.util.List;

/** A feed that delivers what the test says, on the test's own thread. */
public final class ScriptedFeed implements LedgerFeed {

    private final List<FeedEntry> told = new ArrayList<>();
    private LedgerImage image = new LedgerImage(0, 0, List.of());
    private Follower follower;

    public void startFrom(LedgerImage newImage) {
        image = newImage;
    }

    /** Returns the position of the last. */
    public synchronized long tell(Event... events) {
        List<FeedEntry> entries = new ArrayList<>();
        for (Event event : events) {
            entries.add(new FeedEntry(position() + entries.size() + 1, 0, event));
        }
        told.addAll(entries);
        if (follower != null) {
            follower.take(entries);
        }
        return position();
    }

    /** Ends the subscription as a bug would. */
    public synchronized void breakOff() {
        follower.failure = new IllegalStateException("the feed broke off");
        follower = null;
    }

    public synchronized long position() {
        return image.position() + told.size();
    }

    @Override
    public LedgerImage image() {
        return image;
    }

    @Override
    public synchronized Subscription follow(long fromPosition, Listener listener) {
        follower = new Follower(listener);
        List<FeedEntry> missed =
                told.stream().filter(entry -> entry.position() >= fromPosition).toList();
        if (!missed.isEmpty()) {
            follower.take(missed);
        }
        return follower;
    }

    private static final class Follower implements Subscription {
        private final Listener listener;
        private volatile long position;
        private volatile Throwable failure;

        Follower(Listener listener) {
            this.listener = listener;
        }

        void take(List<FeedEntry> entries) {
            listener.accept(entries);
            position = entries.getLast().position();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public Throwable failure() {
            return failure;
        }

        @Override
        public void close() {}
    }
}
