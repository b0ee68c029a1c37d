package dev.cavea.platform.live.internal.watch;

import dev.cavea.platform.live.internal.house.Delta;
import dev.cavea.platform.live.internal.house.SeatMap;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Watches through server-sent events, in JSON. */
public final class StreamWatcher extends Watcher {

    private static final int QUEUE_BYTES = 128 << 10;
    private static final Buffer COMMENT = SharedBytes.wrap(new byte[] {':', '\n', '\n'});

    private final HttpServerResponse response;
    private final Context loop;
    private final Function<SeatMap, CompletableFuture<byte[]>> body;
    private boolean renders;

    /**
     * @param body the JSON of a seat map, which may take a while
     * @param knownVersion what the client has already, or -1
     */
    public StreamWatcher(
            HttpServerResponse response,
            Context loop,
            Function<SeatMap, CompletableFuture<byte[]>> body,
            long knownVersion) {
        super(knownVersion);
        this.response = response;
        this.loop = loop;
        this.body = body;
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
                body.apply(map)
                        .whenComplete((json, failure) -> loop.runOnContext(_ -> sent(map, json)));
    }

    @Override
    protected void sendDeltas(List<Delta> deltas, Frames frames) {
        frames.text(deltas).forEach(this::write);
    }

    @Override
    protected void heartbeat() {
        write(COMMENT);
    }

    private void sent(SeatMap map, byte[] json) {
        renders = false;
        if (json == null) {
            // It could not be made: without a first snapshot the client must come again.
            var _ = response.end();
            return;
        }
        write(Buffer.buffer("event: snapshot\nid: " + map.version() + "\ndata: "));
        write(SharedBytes.wrap(json));
        write(Buffer.buffer("\n\n"));
    }

    private void write(Buffer text) {
        if (!response.ended() && !response.closed()) {
            var _ = response.write(text);
        }
    }
}
