package dev.cavea.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {

    @TempDir Path folder;

    @Test
    void doesNotLookAgainAtWhatItAppliedWithTheSameScripts() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
                HikariDataSource pool = ConnectionPool.open(database.address(), 2)) {
            Migrations.apply(pool, "storage");
            Jdbi jdbi = Jdbi.create(pool);
            // Flyway would miss its own table and fail on the one that exists.
            jdbi.useHandle(h -> h.execute("DROP TABLE storage.flyway_schema_history"));
            Migrations.apply(pool, "storage");
            int left =
                    jdbi.withHandle(
                            h ->
                                    h.createQuery("SELECT count(*) FROM storage.migrated")
                                            .mapTo(Integer.class)
                                            .one());
            assertThat(left).isEqualTo(1);
        }
    }

    @Test
    void theFingerprintFollowsNamesAndContentsAlsoWithinAJar() throws IOException {
        String one = fingerprintOfJar("V1__a.sql", "SELECT 1");
        assertThat(fingerprintOfJar("V1__a.sql", "SELECT 1")).isEqualTo(one);
        assertThat(fingerprintOfJar("V1__a.sql", "SELECT 2")).isNotEqualTo(one);
        assertThat(fingerprintOfJar("V2__a.sql", "SELECT 1")).isNotEqualTo(one);
    }

    private String fingerprintOfJar(String name, String content) throws IOException {
        Path jar = Files.createTempFile(folder, "scripts", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("db/one/"));
            out.putNextEntry(new JarEntry("db/one/" + name));
            out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            return MigrationScripts.fingerprint(loader, List.of("one")).orElseThrow();
        }
    }
}
