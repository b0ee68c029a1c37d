package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.kernel.LongRun;
import dev.cavea.platform.kernel.Pulse;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from PostgreSQL which events were changed, by any server, once the change is committed.
 * Listens on a connection of its own; after a lost one everything is read anew, so that nothing is
 * missed.
 */
public final class EventChanges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventChanges.class);
    private static final int LISTEN_MILLIS = 20_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Jdbi database;
    private final PublishedEvents events;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final LongRun listening;

    private EventChanges(Jdbi database, PublishedEvents events) {
        this.database = database;
        this.events = events;
        this.listening = LongRun.start("event-changes", this::run);
    }

    public static EventChanges follow(Jdbi database, PublishedEvents events) {
        return new EventChanges(database, events);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void run(Pulse pulse) {
        while (!isStopping()) {
            try (Handle handle = database.open();
                    Statement statement = handle.getConnection().createStatement()) {
                statement.execute("LISTEN cavea_event");
                // What changed before the LISTEN is read here, what changes after it is heard.
                events.load();
                pulse.succeeded();
                listen(handle.getConnection().unwrap(PGConnection.class));
                statement.execute("UNLISTEN *");
            } catch (SQLException | RuntimeException e) {
                pauseAfter(e, pulse);
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (!isStopping()) {
            PGNotification[] heard = connection.getNotifications(LISTEN_MILLIS);
            if (heard != null && !isStopping()) {
                for (PGNotification one : heard) {
                    events.refresh(Long.parseLong(one.getParameter()));
                }
            }
        }
    }

    private void pauseAfter(Exception e, Pulse pulse) {
        if (isStopping()) {
            return;
        }
        pulse.failed(e);
        LOG.warn("Not hearing of changes to events for a moment: {}", e.getMessage());
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    /** Wakes the listener by a notice about no event, so that it gives its connection back. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            database.useHandle(handle -> handle.execute("NOTIFY cavea_event, '0'"));
        } catch (JdbiException e) {
            LOG.debug("The database had already gone, and the listening with it", e);
        }
        listening.close();
    }
}
