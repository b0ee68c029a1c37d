package dev.cavea.platform.live.internal.watch;

import dev.cavea.platform.live.internal.house.Delta;
import dev.cavea.platform.live.internal.house.SeatMap;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Watches through server-sent events, in JSON. */
public final class StreamWatcher extends Watcher {

    private static final int QUEUE_BYTES = 128 << 10;
    private static final Buffer COMMENT = SharedBytes.wrap(new byte[] {':', '\n', '\n'});

    private final HttpServerResponse response;
    private final Context loop;
    private final Snapshots snapshots;
    private boolean renders;

    /**
     * @param knownVersion what the client already has, or -1
     */
    public StreamWatcher(
            HttpServerResponse response, Context loop, Snapshots snapshots, long knownVersion) {
        super(knownVersion);
        this.response = response;
        this.loop = loop;
        this.snapshots = snapshots;
        response.setWriteQueueMaxSize(QUEUE_BYTES);
    }

    @Override
    protected boolean isFull() {
        return renders || response.writeQueueFull();
    }

    @Override
    protected void sendSnapshot(SeatMap map, Frames frames) {
        renders = true;
        var _ =
                snapshots
                        .latest()
                        .whenComplete((made, _) -> loop.runOnContext(_ -> sent(map, made)));
    }

    @Override
    protected void sendDeltas(List<Delta> deltas, Frames frames) {
        frames.text(deltas).forEach(this::write);
    }

    @Override
    protected void heartbeat() {
        write(COMMENT);
    }

    private void sent(SeatMap map, @Nullable Snapshot made) {
        renders = false;
        if (made == null) {
            // It could not be made: without a first snapshot the client must reconnect.
            var _ = response.end();
            return;
        }
        write(Buffer.buffer("event: snapshot\nid: " + made.version() + "\ndata: "));
        write(SharedBytes.wrap(made.json()));
        write(Buffer.buffer("\n\n"));
        has(made.version());
        if (made.version() != map.version()) {
            // A shared one may be a moment old: deltas continue from there.
            snapshots.missedSome();
        }
    }

    private void write(Buffer text) {
        if (!response.ended() && !response.closed()) {
            var _ = response.write(text);
        }
    }

    /** Where the first event comes from. */
    public interface Snapshots {

        /** The JSON of a version that deltas continue from; it may take a while. */
        CompletableFuture<Snapshot> latest();

        /** The watcher was given an older one than the latest. */
        void missedSome();
    }

    /** A seat map as JSON. The bytes are never written to. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Snapshot(long version, byte[] json) {}
}
