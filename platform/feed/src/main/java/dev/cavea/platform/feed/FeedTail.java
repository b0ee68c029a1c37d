package dev.cavea.platform.feed;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.platform.kernel.Timer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A subscription that, whenever it breaks off, starts again where its consumer is: a database that
 * was down, or a failing consumer, must not end it for good.
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
     * @param position of the last entry that the consumer has taken; asked for whenever the feed is
     *     (re)started, so that a consumer may load an image first
     */
    public FeedTail(
            String name, LedgerFeed feed, LongSupplier position, LedgerFeed.Listener listener) {
        this.name = name;
        this.feed = feed;
        this.position = position;
        this.listener = listener;
    }

    /** Throws what the consumer or the feed throws if it cannot start. */
    public void start() {
        follow();
        looking = Timer.every(LOOK, "feed-of-" + name, this::look);
    }

    /** Position of the last entry that was taken; 0 before the first. */
    public long position() {
        LedgerFeed.Subscription current = subscription;
        return current == null ? 0 : current.position();
    }

    /** Why it is not reading, or null if it is. */
    public @Nullable String failure() {
        LedgerFeed.Subscription current = subscription;
        Throwable broken = current == null ? null : current.failure();
        return broken == null ? failure : broken.toString();
    }

    private void follow() {
        subscription = feed.follow(position.getAsLong() + 1, listener);
        failure = null;
    }

    /** Whatever it throws, the timer logs and reports to health; the next round tries again. */
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
