package dev.cavea.ledger.raft;

import dev.cavea.ledger.client.FeedFetch;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.raft.FeedFiles.Hole;
import dev.cavea.ledger.wire.FeedRecords;
import dev.cavea.ledger.wire.WireOut;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member that got its state from another one lacks the events in between. All members have the
 * same feed, so it fetches them from one that has them.
 */
final class FeedHoles implements AutoCloseable {

    private static final int PIECE_BYTES = 2 << 20;

    private final LedgerSettings settings;
    private final FeedFiles feed;
    private @Nullable FeedFetch others;
    private volatile boolean closed;

    FeedHoles(LedgerSettings settings, FeedFiles feed) {
        this.settings = settings;
        this.feed = feed;
    }

    /** One thread. */
    void fill() throws IOException, InterruptedException {
        List<Hole> holes = feed.holes();
        while (!holes.isEmpty() && !closed && settings.members().all().size() > 1) {
            if (!fillFront(holes.getFirst())) {
                return;
            }
            holes = feed.holes();
        }
    }

    /** False if no member has it at present. */
    private boolean fillFront(Hole hole) throws IOException, InterruptedException {
        if (others == null) {
            others = FeedFetch.from(settings.members(), settings.memberId(), settings.tls());
        }
        List<FeedEntry> entries = others.fetch(hole.from(), PIECE_BYTES);
        WireOut records = new WireOut(PIECE_BYTES);
        long next = hole.from();
        for (FeedEntry entry : entries) {
            if (entry.position() != next || next > hole.to()) {
                break;
            }
            FeedRecords.append(records, next, entry.logTimeMillis(), entry.event());
            next++;
        }
        if (next == hole.from()) {
            return false;
        }
        feed.fill(hole, records.toBytes(), next);
        return true;
    }

    @Override
    public void close() {
        closed = true;
        FeedFetch fetch = others;
        if (fetch != null) {
            fetch.close();
        }
    }
}
