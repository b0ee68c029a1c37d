package dev.cavea.platform.feed;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.platform.kernel.Timer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A subscription that starts again where its consumer stands whenever it has broken off: a database
 * that was away, or a failure of the consumer, must not end it for good.
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
    private @Nullable Timer looking;

    /**
     * @param position of the last entry that the consumer has taken; asked whenever the feed is
     *     taken up, so that a consumer may load an image first
     */
    public FeedTail(
            String name, LedgerFeed feed, LongSupplier position, LedgerFeed.Listener listener) {
        this.name = name;
        this.feed = feed;
        this.position = position;
        this.listener = listener;
    }

    /** Throws what the consumer or the feed throws when it cannot begin. */
    public void start() {
        follow();
        looking = Timer.every(LOOK, "feed-of-" + name, this::look);
    }

    /** Position of the last entry that was taken; 0 before the first. */
    public long position() {
        LedgerFeed.Subscription current = subscription;
        return current == null ? 0 : current.position();
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

    /** What it throws the timer logs and tells health; the next look tries again. */
    private void look() {
        LedgerFeed.Subscription current = subscription;
        Throwable broken = current == null ? null : current.failure();
        if (broken == null && failure == null) {
            return;
        }
        if (broken != null) {
            failure = broken.toString();
            LOG.warn("{} lost the feed and starts again", name, broken);
        }
        follow();
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
