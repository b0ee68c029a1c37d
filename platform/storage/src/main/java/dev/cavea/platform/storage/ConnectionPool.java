package dev.cavea.platform.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The limits of a pool.
 *
 * @param name in logs and metrics
 * @param size connections at most
 * @param patience how long a caller waits for one
 * @param statement how long a statement may run
 */
public record ConnectionPool(String name, int size, Duration patience, Duration statement) {

    private static final long CONNECT_MILLIS = 5_000;
    private static final long VALID_MILLIS = 500;
    private static final long NOT_AT_THE_START = -1;

    /** Connects once before it returns; throws {@link StorageFailure} if that fails. */
    public static HikariDataSource open(DatabaseAddress address, int size) {
        ConnectionPool pool =
                new ConnectionPool("cavea", size, Duration.ofSeconds(5), Duration.ZERO);
        try {
            return pool.over(new Connections(() -> address), CONNECT_MILLIS);
        } catch (PoolInitializationException e) {
            throw unreachable(address, e);
        }
    }

    /** Connects on first use. */
    HikariDataSource over(DataSource connections) {
        return over(connections, NOT_AT_THE_START);
    }

    private HikariDataSource over(DataSource connections, long firstMillis) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(VALID_MILLIS);
        config.setInitializationFailTimeout(firstMillis);
        if (statement.isPositive()) {
            config.setConnectionInitSql("SET statement_timeout = " + statement.toMillis());
        }
        return new HikariDataSource(config);
    }

    static StorageFailure unreachable(DatabaseAddress address, Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new StorageFailure(
                StorageFailure.Code.UNREACHABLE,
                "PostgreSQL cannot be reached at " + address + ": " + cause.getMessage(),
                e);
    }
}
