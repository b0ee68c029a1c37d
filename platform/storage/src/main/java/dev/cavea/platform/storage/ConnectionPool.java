package dev.cavea.platform.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

/** The connections that all modules share. */
public final class ConnectionPool {

    private static final int CONNECT_MILLIS = 5_000;

    private ConnectionPool() {}

    /** Connects once before it returns; throws {@link StorageFailure} when that fails. */
    public static HikariDataSource open(DatabaseAddress address, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("cavea");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setInitializationFailTimeout(CONNECT_MILLIS);
        config.addDataSourceProperty("ApplicationName", "cavea");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // A server that vanished without a word must not hold a request for ever.
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StorageFailure(
                    StorageFailure.Code.UNREACHABLE,
                    "PostgreSQL cannot be reached at " + address + ": " + cause.getMessage(),
                    e);
        }
    }
}
