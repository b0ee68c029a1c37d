package dev.cavea.ledger.client;

import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.wire.FeedRecords;
import dev.cavea.ledger.wire.Question.AskFeed;
import dev.cavea.ledger.wire.WireException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps asking for what follows; each question waits a while at the member. */
final class FeedSubscription implements LedgerFeed.Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSubscription.class);
    private static final int MAX_BYTES = 256 << 10;
    private static final int WAIT_MILLIS = 500;
    private static final long PAUSE_MILLIS = 50;

    private final Route route;
    private final LedgerFeed.Listener listener;
    private volatile long position;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable CompletableFuture<byte[]> asked;
    private volatile @Nullable Thread thread;

    private FeedSubscription(Route route, long fromPosition, LedgerFeed.Listener listener) {
        this.route = route;
        this.listener = listener;
        this.position = fromPosition - 1;
    }

    static FeedSubscription start(Route route, long fromPosition, LedgerFeed.Listener listener) {
        FeedSubscription subscription = new FeedSubscription(route, fromPosition, listener);
        Thread thread = Thread.ofVirtual().name("ledger-feed").unstarted(subscription::run);
        subscription.thread = thread;
        thread.start();
        return subscription;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public @Nullable Throwable failure() {
        return failure;
    }

    /** Waits until the listener has returned, unless the listener itself is closing. */
    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running != null && running != Thread.currentThread()) {
            CompletableFuture<byte[]> waitingFor = asked;
            if (waitingFor != null) {
                waitingFor.cancel(false);
            }
            join(running);
        }
    }

    private void run() {
        while (!closed && failure == null) {
            try {
                next();
            } catch (InterruptedException e) {
                failure = e;
            }
        }
    }

    private void next() throws InterruptedException {
        List<FeedEntry> entries;
        try {
            byte[] question = new AskFeed(position + 1, MAX_BYTES, WAIT_MILLIS).toBytes();
            CompletableFuture<byte[]> answer = route.ask(question);
            asked = answer;
            if (closed) {
                return;
            }
            entries = FeedRecords.readChunk(answer.get());
            checkFollows(entries);
        } catch (CancellationException e) {
            return;
        } catch (ExecutionException | WireException e) {
            LOG.debug("the feed from {}", position + 1, e);
            Thread.sleep(PAUSE_MILLIS);
            return;
        }
        if (!entries.isEmpty()) {
            hand(entries);
        }
    }

    private void checkFollows(List<FeedEntry> entries) {
        long expected = position;
        for (FeedEntry entry : entries) {
            if (entry.position() != ++expected) {
                throw new WireException(
                        "position %d where %d follows".formatted(entry.position(), expected));
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // Anything a listener throws ends it, and is kept.
    private void hand(List<FeedEntry> entries) {
        try {
            listener.accept(entries);
            position = entries.getLast().position();
        } catch (RuntimeException | Error e) {
            if (!closed) {
                LOG.error("a feed listener failed after position {}", position, e);
            }
            failure = e;
        }
    }

    private static void join(Thread running) {
        boolean interrupted = false;
        while (running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
