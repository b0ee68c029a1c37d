package dev.cavea.platform.booking;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.client.LedgerUnavailable;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.platform.booking.internal.feed.HoldWatermark;
import dev.cavea.platform.feed.FeedTail;
import dev.cavea.platform.kernel.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live holds up to date with the feed. Only the position from which all of them can be
 * reread is stored, now and then: a hold costs no write to the database.
 */
@Singleton
public final class HoldFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HoldFollower.class);
    private static final Duration KEEPING = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(2);

    private final LedgerFeed feed;
    private final LiveHolds live;
    private final HoldWatermark watermark;
    private final FeedTail tail;
    private volatile long logTimeMillis;
    private long kept;
    private @Nullable Timer keeping;

    HoldFollower(LedgerFeed feed, LiveHolds live, HoldWatermark watermark) {
        this.feed = feed;
        this.live = live;
        this.watermark = watermark;
        this.tail = new FeedTail("live-holds", feed, live::position, this::accept);
    }

    /** Returns once it knows every current hold, so that no one is told theirs is gone. */
    public void start() {
        kept = watermark.read();
        live.startAfter(kept - 1);
        tail.start();
        keeping = Timer.every(KEEPING, "hold-watermark", this::keep);
        catchUp();
    }

    private void catchUp() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            long now = feed.image().position();
            while (live.position() < now && System.nanoTime() < end) {
                Thread.sleep(GLANCE);
            }
            if (live.position() < now) {
                LOG.warn("The live holds are at {} of {}", live.position(), now);
            }
        } catch (LedgerUnavailable e) {
            LOG.warn("The live holds are not known yet: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why live holds are not fresh, or null if they are. */
    public @Nullable String failure() {
        return tail.failure();
    }

    private void accept(List<FeedEntry> entries) {
        live.accept(entries);
        logTimeMillis = entries.getLast().logTimeMillis();
    }

    private void keep() {
        long mark = live.watermark(logTimeMillis);
        if (mark > kept) {
            watermark.keep(mark);
            kept = mark;
        }
    }

    @Override
    @PreDestroy
    public void close() {
        if (keeping != null) {
            keeping.close();
        }
        tail.close();
    }
}
