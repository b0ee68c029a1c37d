package dev.cavea.bench.http.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection: at most one request under way. */
final class Connection {

    final int number;
    private final Response response = new Response();
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable ByteBuffer unsent;
    private boolean busy;
    private boolean open;

    /** When the request under way was due. */
    long dueNanos;

    /** Which script the request under way belongs to. */
    @Nullable Script script;

    Connection(int number) {
        this.number = number;
    }

    void connect(InetSocketAddress address, Selector selector) throws IOException {
        SocketChannel fresh = SocketChannel.open();
        fresh.configureBlocking(false);
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel = fresh;
        open = false;
        busy = false;
        unsent = null;
        response.reset();
        boolean done = fresh.connect(address);
        key = fresh.register(selector, done ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        open = done;
    }

    void finishConnect() throws IOException {
        channel().finishConnect();
        key().interestOps(SelectionKey.OP_READ);
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    boolean isFree() {
        return open && !busy;
    }

    boolean isBusy() {
        return busy;
    }

    void send(ByteBuffer request) throws IOException {
        busy = true;
        channel().write(request);
        if (request.hasRemaining()) {
            unsent = ByteBuffer.allocateDirect(request.remaining()).put(request).flip();
            key().interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    void sendRest() throws IOException {
        if (unsent != null) {
            channel().write(unsent);
            if (!unsent.hasRemaining()) {
                unsent = null;
                key().interestOps(SelectionKey.OP_READ);
            }
        }
    }

    /** What {@link #receive} found. */
    enum Received {
        NOTHING_YET,
        ANSWER,
        CLOSED
    }

    Received receive(ByteBuffer buffer) throws IOException {
        buffer.clear();
        while (true) {
            int read = channel().read(buffer);
            if (read < 0) {
                return Received.CLOSED;
            }
            if (read == 0) {
                return Received.NOTHING_YET;
            }
            buffer.flip();
            boolean complete =
                    response.take(
                            buffer, status -> script != null && script.wantsBody(number, status));
            boolean filled = buffer.limit() == buffer.capacity();
            buffer.clear();
            if (complete) {
                busy = false;
                return Received.ANSWER;
            }
            if (!filled) {
                return Received.NOTHING_YET;
            }
        }
    }

    Response response() {
        return response;
    }

    void close() {
        open = false;
        busy = false;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // It is gone either way.
            channel = null;
        }
    }

    private SocketChannel channel() throws IOException {
        if (channel == null) {
            throw new IOException("not connected");
        }
        return channel;
    }

    private SelectionKey key() throws IOException {
        if (key == null) {
            throw new IOException("not connected");
        }
        return key;
    }
}
