package dev.cavea.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Asks a server's own PostgreSQL how many transactions it has made. */
final class Transactions {

    private static final int PORT_LINE = 3;

    /** Each backend reports what it did once it has been idle for a second. */
    private static final Duration REPORTED = Duration.ofMillis(1_500);

    private Transactions() {}

    static long of(Path folder) throws IOException {
        String password = Files.readString(folder.resolve("password")).strip();
        String port =
                Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(PORT_LINE).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try {
            Thread.sleep(REPORTED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop("interrupted");
        }
        try (Connection connection = DriverManager.getConnection(url, "cavea", password);
                Statement statement = connection.createStatement();
                ResultSet sum =
                        statement.executeQuery(
                                "SELECT sum(xact_commit + xact_rollback) FROM pg_stat_database")) {
            sum.next();
            return sum.getLong(1);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not say how much it did", e);
        }
    }
}
