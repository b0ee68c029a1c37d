package dev.cavea.platform.live.internal.watch;

import dev.cavea.platform.live.internal.house.Delta;
import dev.cavea.platform.live.internal.house.SeatMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;

/** Watches through a WebSocket, in bytes. */
public final class SocketWatcher extends Watcher {

    private static final int QUEUE_BYTES = 128 << 10;
    private static final Buffer PING = Buffer.buffer("cavea");

    private final ServerWebSocket socket;

    public SocketWatcher(ServerWebSocket socket) {
        super(NOTHING);
        this.socket = socket;
        socket.setWriteQueueMaxSize(QUEUE_BYTES);
    }

    /** The client missed something. */
    public void askForSnapshot() {
        forget();
    }

    @Override
    protected boolean isFull() {
        return socket.writeQueueFull();
    }

    @Override
    protected void sendSnapshot(SeatMap map, Frames frames) {
        send(frames.binary(map));
    }

    @Override
    protected void sendDeltas(List<Delta> deltas, Frames frames) {
        frames.binary(deltas).forEach(this::send);
    }

    @Override
    protected void heartbeat() {
        if (!socket.isClosed()) {
            var _ = socket.writePing(PING);
        }
    }

    private void send(Buffer message) {
        if (!socket.isClosed()) {
            var _ = socket.writeBinaryMessage(message);
        }
    }
}
