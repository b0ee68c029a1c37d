package dev.cavea.platform.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The database as this process sees it: one pool for bookings and what completes them, one for
 * public queries, and a {@link DatabasePulse} that says when neither is worth waiting for.
 */
public final class Database implements AutoCloseable {

    /** A pool's own threads wait here instead of trying in vain at growing intervals. */
    private static final long RETURN_MILLIS = 30_000;

    private final Connections connections;
    private final DatabasePulse pulse;
    private final HikariDataSource work;
    private final HikariDataSource reads;

    private Database(Connections connections, ConnectionPool work, ConnectionPool reads) {
        this.connections = connections;
        this.pulse = new DatabasePulse(connections);
        DataSource whenThere = new WhenThere(connections, pulse);
        this.work = work.over(whenThere);
        this.reads = reads.over(whenThere);
    }

    /**
     * Connects once before it returns; throws {@link StorageFailure} if that fails. Nothing checks
     * it before {@link #watch}.
     *
     * @param address where it currently is: a restarted one may be elsewhere
     */
    public static Database open(
            Supplier<DatabaseAddress> address, ConnectionPool work, ConnectionPool reads) {
        Connections connections = new Connections(address);
        try {
            connections.patient().close();
        } catch (SQLException e) {
            throw ConnectionPool.unreachable(address.get(), e);
        }
        return new Database(connections, work, reads);
    }

    /** From now on nobody waits for a database that is away. Only after the migrations. */
    public void watch() {
        pulse.start();
    }

    /**
     * For bookings, the saga and everything that writes. Fails at once while the database is away.
     */
    public Connection connection() throws SQLException {
        pulse.requireAnswer();
        return work.getConnection();
    }

    /** For public queries; see {@link Reads}. */
    public Connection readConnection() throws SQLException {
        pulse.requireAnswer();
        return reads.getConnection();
    }

    /** The same, for libraries that want a data source. */
    public DataSource source() {
        return new PlainSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return connection();
            }
        };
    }

    /** Without a pool and without any limit on statements: for migrations. */
    public DataSource unpooled() {
        return new PlainSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return connections.patient();
            }
        };
    }

    public DatabasePulse pulse() {
        return pulse;
    }

    @Override
    public void close() {
        pulse.close();
        reads.close();
        work.close();
    }

    /** Where a pool gets its connections. */
    private static final class WhenThere extends PlainSource {

        private final Connections connections;
        private final DatabasePulse pulse;

        WhenThere(Connections connections, DatabasePulse pulse) {
            this.connections = connections;
            this.pulse = pulse;
        }

        @Override
        public Connection getConnection() throws SQLException {
            try {
                pulse.awaitAnswer(RETURN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            pulse.requireAnswer();
            return connections.getConnection();
        }
    }
}
