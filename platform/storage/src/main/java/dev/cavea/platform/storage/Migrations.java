package dev.cavea.platform.storage;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Each module has a schema of its own name and its migrations under {@code db/<module>}. */
public final class Migrations {

    private Migrations() {}

    /** Brings the schemas of the modules up to date, in this order. */
    public static void apply(DataSource database, String... modules) {
        for (String module : modules) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database)
                    .schemas(module)
                    .defaultSchema(module)
                    .locations("classpath:db/" + module)
                    .validateMigrationNaming(true)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        }
    }
}
