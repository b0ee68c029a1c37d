package dev.cavea.platform.booking.internal.feed;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.platform.kernel.Periodic;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A subscription that starts again where its consumer stands whenever it has broken off: a database
 * that was away must not end it for good.
 */
public final class FeedTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTail.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final String name;
    private final LedgerFeed feed;
    private final LongSupplier position;
    private final LedgerFeed.Listener listener;
    private volatile LedgerFeed.@Nullable Subscription subscription;
    private volatile @Nullable String failure = "not started";
    private @Nullable Periodic looking;

    /**
     * @param position of the last entry that the consumer has taken
     */
    public FeedTail(
            String name, LedgerFeed feed, LongSupplier position, LedgerFeed.Listener listener) {
        this.name = name;
        this.feed = feed;
        this.position = position;
        this.listener = listener;
    }

    public void start() {
        follow();
        looking = Periodic.every(LOOK, name + "-feed", this::look);
    }

    /** Why it does not read, or null when it does. */
    public @Nullable String failure() {
        LedgerFeed.Subscription current = subscription;
        Throwable broken = current == null ? null : current.failure();
        return broken == null ? failure : broken.toString();
    }

    private void follow() {
        subscription = feed.follow(position.getAsLong() + 1, listener);
        failure = null;
    }

    private void look() {
        LedgerFeed.Subscription current = subscription;
        Throwable broken = current == null ? null : current.failure();
        if (broken == null && failure == null) {
            return;
        }
        if (broken != null) {
            failure = broken.toString();
            LOG.warn("{} broke off from the feed and starts again", name, broken);
        }
        try {
            follow();
        } catch (RuntimeException e) {
            failure = e.toString();
        }
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.close();
        }
        LedgerFeed.Subscription current = subscription;
        if (current != null) {
            current.close();
        }
    }
}
