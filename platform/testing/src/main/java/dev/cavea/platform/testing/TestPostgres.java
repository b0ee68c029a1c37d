package dev.cavea.platform.testing;

import dev.cavea.platform.storage.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL server for all tests of a JVM; each caller gets its own database. */
public final class TestPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_STARTS = 3;
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private TestPostgres() {}

    /** An empty database with the schemas of these modules. */
    public static DataSource freshDatabase(String... modules) {
        String name = "test_" + DATABASES.incrementAndGet();
        EmbeddedPostgres running = server();
        try (var connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make a test database", e);
        }
        DataSource database = running.getDatabase("postgres", name);
        Migrations.apply(database, modules);
        return database;
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            server = start();
        }
        return server;
    }

    /**
     * It picks a free port before it unpacks itself: something else may take that in the meantime.
     */
    private static EmbeddedPostgres start() {
        for (int attempt = 1; ; attempt++) {
            try {
                return EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
            } catch (IOException e) {
                if (attempt == MOST_STARTS) {
                    throw new UncheckedIOException("PostgreSQL does not start", e);
                }
            }
        }
    }
}
