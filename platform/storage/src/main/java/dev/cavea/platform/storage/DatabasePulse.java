package dev.cavea.platform.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks several times a second, on its own connection, whether the database answers. While it does
 * not, nobody waits for it: those already waiting are cut off, and newcomers are refused at once.
 */
public final class DatabasePulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePulse.class);
    private static final long INTERVAL_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 500;

    private final Connections connections;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("cavea-pulse").daemon().unstarted(this::run);
    private volatile @Nullable String trouble;
    private volatile long answeredNanos;

    /** Touched by the thread alone. */
    private long answers;

    DatabasePulse(Connections connections) {
        this.connections = connections;
    }

    void start() {
        thread.start();
    }

    /** Why the database is away, or null when it answers. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** How long the last answer took. */
    public long answeredInMicros() {
        return TimeUnit.NANOSECONDS.toMicros(answeredNanos);
    }

    void requireAnswer() throws SQLTransientConnectionException {
        String away = trouble;
        if (away != null) {
            throw new SQLTransientConnectionException("the database is away: " + away, "08001");
        }
    }

    /** Waits until the database answers again, or at most this long. */
    void awaitAnswer(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (this) {
            while (trouble != null && !isClosing()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        synchronized (this) {
            notifyAll();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    @SuppressWarnings("CatchAllErrors") // Without this thread nobody learns that it is back.
    private void run() {
        while (!isClosing()) {
            long answersBefore = answers;
            try {
                listen();
            } catch (Throwable e) {
                // That one connection ended or fell silent says little; that a new one does not
                // answer, either, says it all.
                if (answers == answersBefore) {
                    away(e);
                    pause();
                }
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection own = connections.quick();
                Statement statement = own.createStatement()) {
            own.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            while (!isClosing()) {
                ask(statement);
                pause();
            }
        }
    }

    private void ask(Statement statement) throws SQLException {
        long start = System.nanoTime();
        statement.execute("SELECT 1");
        answeredNanos = System.nanoTime() - start;
        answers++;
        if (trouble != null) {
            LOG.info("The database answers again");
            synchronized (this) {
                trouble = null;
                notifyAll();
            }
        }
    }

    private void away(Throwable failure) {
        if (isClosing()) {
            return;
        }
        boolean first = trouble == null;
        trouble =
                failure instanceof SQLException
                        ? String.valueOf(failure.getMessage())
                        : failure.toString();
        if (first) {
            LOG.error("The database does not answer: {}", trouble);
        }
        connections.cut();
    }

    private void pause() {
        try {
            closing.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }
}
