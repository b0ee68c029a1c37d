package dev.cavea.platform.live;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.client.LedgerImage;
import dev.cavea.platform.feed.FeedTail;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the maps up to date with the feed: an image first, then every event. If the feed breaks
 * off, it starts again from a new image, until it succeeds; meanwhile the maps stay as they were.
 */
public final class FeedFollower implements AutoCloseable {

    private final FeedTail tail;

    public FeedFollower(LedgerFeed feed, LiveMaps maps) {
        this.tail =
                new FeedTail(
                        "live-maps",
                        feed,
                        () -> {
                            LedgerImage image = feed.image();
                            maps.load(image);
                            return image.position();
                        },
                        maps::apply);
    }

    /** Returns once the maps are loaded; throws what the feed throws if it has no image. */
    public void start() {
        tail.start();
    }

    /** Position of the last event that the maps show. */
    public long position() {
        return tail.position();
    }

    /** Why the maps are not fresh, or null if they are. */
    public @Nullable String failure() {
        return tail.failure();
    }

    @Override
    public void close() {
        tail.close();
    }
}
