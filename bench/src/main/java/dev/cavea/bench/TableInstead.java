package dev.cavea.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.storage.ConnectionPool;
import dev.cavea.platform.storage.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

/**
 * What one would take instead of a ledger: a table with a row for each seat. A hold is a
 * transaction that takes the rows if they are free, and commits to disk.
 */
final class TableInstead implements LedgerClient, AutoCloseable {

    private static final int CONNECTIONS = 32;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long HOLD_MILLIS = 600_000;

    private final EmbeddedDatabase server;
    private final HikariDataSource pool;

    private TableInstead(EmbeddedDatabase server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    /** With as many seats as the ledger's house has. */
    static TableInstead open(Path folder) throws SQLException {
        EmbeddedDatabase server = EmbeddedDatabase.start(folder);
        TableInstead table =
                new TableInstead(server, ConnectionPool.open(server.address(), CONNECTIONS));
        // A thousand callers wait for their turn; the server's own pool would refuse them.
        table.pool.setConnectionTimeout(PATIENCE_MILLIS);
        try (Connection connection = table.pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE seat (id int PRIMARY KEY, hold_high bigint, hold_low bigint,
                        until bigint NOT NULL DEFAULT 0) WITH (fillfactor = 50)
                    """);
            statement.execute(
                    "INSERT INTO seat (id) SELECT generate_series(0, %d)"
                            .formatted(BenchHouse.SEATS - 1));
            statement.execute("VACUUM ANALYZE seat");
        }
        return table;
    }

    /** On the caller's own thread, which waits for the commit. */
    @Override
    public CompletableFuture<Answer> submit(Command command) {
        try (Connection connection = pool.getConnection()) {
            return CompletableFuture.completedFuture(
                    switch (command) {
                        case HoldSeats hold -> hold(connection, hold);
                        case ReleaseHold release -> release(connection, release);
                        default -> throw new IllegalArgumentException("only holds: " + command);
                    });
        } catch (SQLException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Answer hold(Connection connection, HoldSeats wanted) throws SQLException {
        connection.setAutoCommit(false);
        long now = System.currentTimeMillis();
        try (PreparedStatement take =
                connection.prepareStatement(
                        """
                        UPDATE seat SET hold_high = ?, hold_low = ?, until = ?
                        WHERE id IN (?, ?) AND until < ?
                        """)) {
            take.setLong(1, wanted.hold().high());
            take.setLong(2, wanted.hold().low());
            take.setLong(3, now + HOLD_MILLIS);
            take.setInt(4, wanted.seats().get(0));
            take.setInt(5, wanted.seats().get(1));
            take.setLong(6, now);
            if (take.executeUpdate() != 2) {
                connection.rollback();
                return new Answer.Rejected(Rejection.SEAT_ALREADY_HELD, wanted.seats());
            }
            connection.commit();
            return new Answer.Done(0);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static Answer release(Connection connection, ReleaseHold given) throws SQLException {
        int first = (int) (given.buyer() - 1) * 2;
        try (PreparedStatement free =
                connection.prepareStatement(
                        """
                        UPDATE seat SET until = 0
                        WHERE id IN (?, ?) AND hold_high = ? AND hold_low = ?
                        """)) {
            free.setInt(1, first);
            free.setInt(2, first + 1);
            free.setLong(3, given.hold().high());
            free.setLong(4, given.hold().low());
            return free.executeUpdate() == 2
                    ? new Answer.Done(0)
                    : new Answer.Rejected(Rejection.HOLD_GONE, Seats.NONE);
        }
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
