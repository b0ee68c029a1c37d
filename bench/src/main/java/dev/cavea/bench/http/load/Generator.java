package dev.cavea.bench.http.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Keeps connections to one server and speaks on them. Runs on the thread that calls {@link #run};
 * connections stay open from run to run, so that a warm-up warms them too.
 */
public final class Generator implements AutoCloseable {

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int REQUEST_BYTES = 64 * 1024;

    /** More at once overflow the server's queue of new connections and cost whole seconds. */
    private static final int CONNECTING_AT_ONCE = 100;

    private static final long CONNECT_PATIENCE_NANOS = 60_000_000_000L;
    private static final long LONGEST_WAIT_MILLIS = 10;
    private static final long ANSWER_PATIENCE_NANOS = 30_000_000_000L;

    private final InetSocketAddress address;
    private final Selector selector;
    private final Connection[] connections;
    private final ByteBuffer answers = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer request = ByteBuffer.allocateDirect(REQUEST_BYTES);
    private final Queue<Connection> unconnected = new ArrayDeque<>();
    private int connecting;
    private int connected;

    private Figures figures = new Figures();
    private Schedule schedule = Schedule.NONE;

    public Generator(InetSocketAddress address, int connections) throws IOException {
        this.address = address;
        this.selector = Selector.open();
        this.connections = new Connection[connections];
        for (int number = 0; number < connections; number++) {
            this.connections[number] = new Connection(number);
            unconnected.add(this.connections[number]);
        }
    }

    /** Opens all connections; throws IOException when that takes more than a minute. */
    public void connect() throws IOException {
        long end = System.nanoTime() + CONNECT_PATIENCE_NANOS;
        while (connected < connections.length) {
            openSome();
            selector.select(this::ready, LONGEST_WAIT_MILLIS);
            if (System.nanoTime() > end) {
                throw new IOException(
                        "only %,d of %,d connections could be opened: %s"
                                .formatted(connected, connections.length, figures.failures()));
            }
        }
    }

    /**
     * Speaks for so long, and then waits for all answers that are due: to leave out the last ones
     * would leave out the slowest.
     */
    public Figures run(Script script, Pace pace, Duration duration) throws IOException {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        figures = new Figures();
        schedule = Schedule.of(pace, script, start, end);
        for (Connection connection : connections) {
            if (connection.isFree()) {
                schedule.free(connection, start);
            }
        }
        long now = start;
        while (now < end) {
            now = turn(now);
        }
        figures.lasted(now - start);
        schedule.end();
        long patience = now + ANSWER_PATIENCE_NANOS;
        while (now < patience && (schedule.hasBacklog() || anyBusy())) {
            now = turn(now);
        }
        countUnanswered();
        schedule = Schedule.NONE;
        return figures;
    }

    /** Sends what is due and takes what has come; the time after that. */
    private long turn(long now) throws IOException {
        openSome();
        sendDue(now);
        // A millisecond late at most, and the lateness counts as latency.
        long wait = (schedule.nextDueNanos() - now) / 1_000_000;
        selector.select(this::ready, Math.clamp(wait, 1, LONGEST_WAIT_MILLIS));
        return System.nanoTime();
    }

    private void countUnanswered() {
        for (Connection connection : connections) {
            if (connection.isBusy()) {
                connected--;
                lost(connection, "no answer for half a minute after the end");
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        selector.close();
    }

    private boolean anyBusy() {
        for (Connection connection : connections) {
            if (connection.isBusy()) {
                return true;
            }
        }
        return false;
    }

    private void openSome() {
        while (connecting < CONNECTING_AT_ONCE && !unconnected.isEmpty()) {
            Connection connection = unconnected.remove();
            connecting++;
            try {
                connection.connect(address, selector);
                if (connection.isFree()) {
                    opened(connection);
                }
            } catch (IOException e) {
                connecting--;
                lost(connection, "cannot connect: " + e.getMessage());
            }
        }
    }

    private void opened(Connection connection) {
        connecting--;
        connected++;
        schedule.free(connection, System.nanoTime());
    }

    private void sendDue(long now) {
        Connection connection = schedule.due(now);
        while (connection != null) {
            send(connection);
            connection = schedule.due(now);
        }
    }

    private void send(Connection connection) {
        Script script = schedule.script();
        request.clear();
        script.next(connection.number, request);
        request.flip();
        connection.script = script;
        try {
            connection.send(request);
        } catch (IOException e) {
            connected--;
            lost(connection, "cannot send: " + e.getMessage());
        }
    }

    private void ready(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isConnectable()) {
                connection.finishConnect();
                opened(connection);
            } else if (key.isWritable()) {
                connection.sendRest();
            } else {
                receive(connection);
            }
        } catch (IOException | RuntimeException e) {
            if (connection.isOpen()) {
                connected--;
            } else {
                connecting--;
            }
            lost(connection, String.valueOf(e.getMessage()));
        }
    }

    private void receive(Connection connection) throws IOException {
        switch (connection.receive(answers)) {
            case NOTHING_YET -> {}
            case CLOSED -> {
                connected--;
                boolean busy = connection.isBusy();
                connection.close();
                unconnected.add(connection);
                if (busy) {
                    figures.failed("the server closed the connection instead of answering");
                }
            }
            case ANSWER -> answered(connection);
        }
    }

    private void answered(Connection connection) {
        Response response = connection.response();
        long now = System.nanoTime();
        Script script = connection.script;
        // An answer to a request of the run before belongs to no figure.
        if (script != null && script == schedule.script()) {
            figures.answered(response.status(), now - connection.dueNanos, response.length());
        }
        if (script != null) {
            script.answered(connection.number, response.status(), response.body());
        }
        response.reset();
        schedule.free(connection, now);
        if (schedule.isImmediate()) {
            sendDue(now);
        }
    }

    /** To be opened again; its counter is the caller's matter. */
    private void lost(Connection connection, String why) {
        connection.close();
        figures.failed(why);
        unconnected.add(connection);
    }
}
