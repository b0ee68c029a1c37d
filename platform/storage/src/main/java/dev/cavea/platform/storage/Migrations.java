package dev.cavea.platform.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Each module has a schema of its own name and its migrations under {@code db/<module>}. */
public final class Migrations {

    private static final String KEEPER = "storage";
    private static final ClassLoader LOADER = Migrations.class.getClassLoader();

    private Migrations() {}

    /**
     * Brings the schemas of the modules up to date, in this order. If the last start had the same
     * scripts, it only checks that: going through all schemas takes half of a start.
     */
    public static void apply(DataSource database, String... modules) {
        List<String> wanted = List.of(modules);
        Optional<String> fingerprint =
                wanted.contains(KEEPER)
                        ? MigrationScripts.fingerprint(LOADER, wanted)
                        : Optional.empty();
        if (fingerprint.isPresent() && isApplied(database, wanted, fingerprint.get())) {
            return;
        }
        for (String module : wanted) {
            migrate(database, module);
        }
        fingerprint.ifPresent(applied -> note(database, wanted, applied));
    }

    private static void migrate(DataSource database, String module) {
        Flyway.configure(LOADER)
                .dataSource(database)
                .schemas(module)
                .defaultSchema(module)
                .locations("classpath:db/" + module)
                .validateMigrationNaming(true)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    private static boolean isApplied(
            DataSource database, List<String> modules, String fingerprint) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT 1 FROM storage.migrated"
                                        + " WHERE modules = ? AND fingerprint = ?")) {
            query.setString(1, String.join(",", modules));
            query.setString(2, fingerprint);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            // There is no such table in a new database.
            return false;
        }
    }

    private static void note(DataSource database, List<String> modules, String fingerprint) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO storage.migrated (modules, fingerprint) VALUES (?, ?)"
                                        + " ON CONFLICT (modules)"
                                        + " DO UPDATE SET fingerprint = excluded.fingerprint")) {
            insert.setString(1, String.join(",", modules));
            insert.setString(2, fingerprint);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailure(
                    StorageFailure.Code.UNREACHABLE,
                    "the database rejects the record of the migration: " + e.getMessage(),
                    e);
        }
    }
}
