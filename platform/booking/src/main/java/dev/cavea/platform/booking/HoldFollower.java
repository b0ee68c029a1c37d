package dev.cavea.platform.booking;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.platform.booking.internal.feed.FeedTail;
import dev.cavea.platform.booking.internal.feed.HoldWatermark;
import dev.cavea.platform.kernel.Periodic;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the live holds at the feed. Only the position from which all of them can be read again is
 * stored, now and then: a hold costs no write to the database.
 */
public final class HoldFollower implements AutoCloseable {

    private static final Duration KEEPING = Duration.ofSeconds(10);

    private final LiveHolds live;
    private final HoldWatermark watermark;
    private final FeedTail tail;
    private volatile long logTimeMillis;
    private long kept;
    private @Nullable Periodic keeping;

    public HoldFollower(LedgerFeed feed, LiveHolds live, HoldWatermark watermark) {
        this.live = live;
        this.watermark = watermark;
        this.tail = new FeedTail("live-holds", feed, live::position, this::accept);
    }

    public void start() {
        kept = watermark.read();
        live.startAfter(kept - 1);
        tail.start();
        keeping = Periodic.every(KEEPING, "hold-watermark", this::keep);
    }

    /** Why live holds are not fresh, or null when they are. */
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
    public void close() {
        if (keeping != null) {
            keeping.close();
        }
        tail.close();
    }
}
