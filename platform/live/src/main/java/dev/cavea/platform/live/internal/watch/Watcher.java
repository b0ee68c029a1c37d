package dev.cavea.platform.live.internal.watch;

import dev.cavea.platform.live.internal.house.Delta;
import dev.cavea.platform.live.internal.house.SeatMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * One connection that watches a house. Used by its event loop alone. It holds no changes for later:
 * only the version that it has, so that a slow one costs no memory.
 */
public abstract class Watcher {

    static final long NOTHING = -1;

    private long version;
    int slot;

    /**
     * @param knownVersion what the connection already has, or -1
     */
    protected Watcher(long knownVersion) {
        this.version = knownVersion;
    }

    long version() {
        return version;
    }

    void has(long newVersion) {
        version = newVersion;
    }

    /** What it has cannot be trusted: the next message is a snapshot. */
    protected void forget() {
        version = NOTHING;
    }

    /** Whether it is still busy with what it was sent. */
    protected abstract boolean isFull();

    protected abstract void sendSnapshot(SeatMap map, Frames frames);

    protected abstract void sendDeltas(List<Delta> deltas, Frames frames);

    /** Shows both ends, and everything in between, that the connection is alive. */
    protected abstract void heartbeat();

    /** Each message in its wire form, made once for all watchers on a loop. */
    public interface Frames {
        Buffer binary(SeatMap map);

        List<Buffer> binary(List<Delta> deltas);

        List<Buffer> text(List<Delta> deltas);
    }
}
