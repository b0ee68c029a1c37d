package dev.cavea.platform.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks the running server whether a commit is really on disk when it says so. */
final class Durability {

    private static final String WEAK =
            "SELECT name || '=' || setting FROM pg_settings"
                    + " WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')"
                    + " AND setting <> 'on' ORDER BY name";

    private Durability() {}

    static void verify(DatabaseAddress address) {
        List<String> weak = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(WEAK)) {
            while (rows.next()) {
                weak.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new StorageFailure(
                    StorageFailure.Code.UNREACHABLE,
                    "the embedded PostgreSQL runs but does not answer: " + e.getMessage(),
                    e);
        }
        if (!weak.isEmpty()) {
            throw new StorageFailure(
                    StorageFailure.Code.NOT_DURABLE,
                    "PostgreSQL would lose commits in a power cut ("
                            + String.join(", ", weak)
                            + ")");
        }
    }
}
