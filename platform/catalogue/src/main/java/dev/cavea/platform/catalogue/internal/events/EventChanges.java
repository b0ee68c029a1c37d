package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.PublishedEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

    private final DataSource database;
    private final PublishedEvents events;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connection listening;

    private EventChanges(DataSource database, PublishedEvents events) {
        this.database = database;
        this.events = events;
        this.thread = Thread.ofVirtual().name("event-changes").unstarted(this::run);
    }

    public static EventChanges follow(DataSource database, PublishedEvents events) {
        EventChanges changes = new EventChanges(database, events);
        changes.thread.start();
        return changes;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void run() {
        while (!isStopping()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                listening = connection;
                statement.execute("LISTEN cavea_event");
                // What changed before the LISTEN is read here, what changes after it is heard.
                events.load();
                listen(connection.unwrap(PGConnection.class));
                statement.execute("UNLISTEN *");
            } catch (SQLException | RuntimeException e) {
                pauseAfter(e);
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (!isStopping()) {
            PGNotification[] heard = connection.getNotifications(LISTEN_MILLIS);
            if (heard != null) {
                for (PGNotification one : heard) {
                    events.refresh(Long.parseLong(one.getParameter()));
                }
            }
        }
    }

    private void pauseAfter(Exception e) {
        if (isStopping()) {
            return;
        }
        LOG.warn("Changes of events are not heard for a moment: {}", e.getMessage());
        try {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    /** Gives the connection up, which ends the listening at once. */
    @Override
    public void close() {
        stopping.countDown();
        Connection connection = listening;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The listening connection was gone already", e);
            }
        }
    }
}
