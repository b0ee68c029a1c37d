package dev.cavea.platform.live;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.client.LedgerImage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the maps at the feed: an image first, then every event. When the feed breaks off, it starts
 * again from a new image until it succeeds; the maps stay as they were meanwhile.
 */
public final class FeedFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);
    private static final long LOOK_SECONDS = 1;

    private final LedgerFeed feed;
    private final LiveMaps maps;
    private final ScheduledExecutorService supervisor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("cavea-live-feed").daemon().factory());
    private volatile LedgerFeed.@Nullable Subscription subscription;
    private volatile @Nullable String failure = "not started";

    public FeedFollower(LedgerFeed feed, LiveMaps maps) {
        this.feed = feed;
        this.maps = maps;
    }

    /** Returns once the maps are loaded; throws what the feed throws when it has no image. */
    public void start() {
        follow();
        var _ =
                supervisor.scheduleWithFixedDelay(
                        this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Position of the last event that the maps show. */
    public long position() {
        LedgerFeed.Subscription current = subscription;
        return current == null ? 0 : current.position();
    }

    /** Why the maps are not fresh, or null when they are. */
    public @Nullable String failure() {
        LedgerFeed.Subscription current = subscription;
        Throwable broken = current == null ? null : current.failure();
        return broken == null ? failure : broken.toString();
    }

    @Override
    public void close() {
        supervisor.shutdownNow();
        LedgerFeed.Subscription current = subscription;
        if (current != null) {
            current.close();
        }
    }

    private void follow() {
        LedgerImage image = feed.image();
        maps.load(image);
        subscription = feed.follow(image.position() + 1, maps::apply);
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
        }
        LOG.warn("the live maps start again from a new image, because: {}", failure);
        try {
            follow();
        } catch (RuntimeException e) {
            failure = e.toString();
        }
    }
}
