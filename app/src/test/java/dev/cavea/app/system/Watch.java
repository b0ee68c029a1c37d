package dev.cavea.app.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Watches an event's live map, by docs/reference/seat-map-format.md. */
final class Watch implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<ByteBuffer> messages = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private int[] states = new int[0];

    Watch(URI server, String event) {
        URI live =
                URI.create("ws://%s/api/v1/events/%s/live".formatted(server.getAuthority(), event));
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(live, this).join();
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        messages.add(copy.put(bytes).flip());
        from.request(1);
        return null;
    }

    /** Reads on until the seat, by its index in plan order, has this state. */
    void await(int seat, int state) throws InterruptedException {
        while (states.length <= seat || states[seat] != state) {
            ByteBuffer message = messages.poll(10, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("seat %d did not become %d".formatted(seat, state));
            }
            read(message);
        }
    }

    private void read(ByteBuffer message) {
        if (message.get(5) == 1) {
            states = new int[message.getInt(32)];
            for (int i = 0; i < states.length; i++) {
                states[i] = (message.get(40 + i / 4) >> (i % 4 * 2)) & 3;
            }
            return;
        }
        for (int i = 0; i < message.getInt(32); i++) {
            int change = message.getInt(40 + 4 * i);
            states[change >>> 2] = change & 3;
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
