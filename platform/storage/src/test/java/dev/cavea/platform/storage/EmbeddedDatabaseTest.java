package dev.cavea.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EmbeddedDatabaseTest {

    @TempDir Path folder;

    @Test
    void keepsDataAcrossStops() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            at(first).useHandle(h -> h.execute("CREATE TABLE kept AS SELECT 7 AS seven"));
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
            assertThat(number(second, "SELECT seven FROM kept")).isEqualTo(7);
        }
    }

    @Test
    void commitsAreOnDisk() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            String fsync = at(database).withHandle(h -> word(h, "SHOW fsync"));
            assertThat(fsync).isEqualTo("on");
        }
    }

    @Test
    void noticesAServerThatWouldLoseCommits() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            at(database).useHandle(h -> h.execute("ALTER ROLE cavea SET synchronous_commit = off"));
            assertThatThrownBy(() -> Durability.verify(database.address()))
                    .isInstanceOf(StorageFailure.class)
                    .hasMessageContaining("synchronous_commit=off");
        }
    }

    @Test
    void stopsTheOrphanOfAKilledProcessAndKeepsItsCommits() throws IOException {
        // Not closed: as after kill -9, its server keeps running.
        EmbeddedDatabase orphan = EmbeddedDatabase.start(folder);
        orphan.leave();
        at(orphan).useHandle(h -> h.execute("CREATE TABLE kept AS SELECT 7 AS seven"));
        long pid = Postmaster.read(folder.resolve("cluster")).orElseThrow().pid();

        try (EmbeddedDatabase next = EmbeddedDatabase.start(folder)) {
            assertThat(number(next, "SELECT seven FROM kept")).isEqualTo(7);
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
        }
    }

    @Test
    void takesAnotherPortWhenSomebodyWasQuicker() throws IOException {
        EmbeddedDatabase.start(folder).close();
        PostgresCluster cluster = PostgresCluster.open(folder);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
            Iterator<Integer> found = List.of(taken.getLocalPort(), freePort(loopback)).iterator();
            assertThat(cluster.start(found::next)).isNotEqualTo(taken.getLocalPort());
        } finally {
            cluster.stop();
        }
    }

    @Test
    void passesOverAPidFileWhoseNumberIsAnotherProgramNow() throws IOException {
        EmbeddedDatabase.start(folder).close();
        String ours = Long.toString(ProcessHandle.current().pid());
        Path cluster = folder.resolve("cluster");
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                ours + "\n" + cluster + "\n1700000000\n5432\n\n127.0.0.1\n  0 0\nready\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, "SELECT 7")).isEqualTo(7);
        }
    }

    @Test
    void refusesAWrongPassword() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            DatabaseAddress right = database.address();
            DatabaseAddress wrong = new DatabaseAddress(right.jdbcUrl(), right.user(), "guess");
            assertThatThrownBy(() -> ConnectionPool.open(wrong, 1))
                    .isInstanceOf(StorageFailure.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void saysInOneLineThatTheFolderIsNone() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("below")))
                .isInstanceOf(StorageFailure.class)
                .message()
                .contains("cannot write to")
                .doesNotContain("\n");
    }

    private static Jdbi at(EmbeddedDatabase database) {
        DatabaseAddress at = database.address();
        return Jdbi.create(at.jdbcUrl(), at.user(), at.password());
    }

    private static int number(EmbeddedDatabase database, String sql) {
        return at(database).withHandle(h -> h.createQuery(sql).mapTo(Integer.class).one());
    }

    private static String word(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(String.class).one();
    }

    private static int freePort(InetAddress host) throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, host)) {
            return probe.getLocalPort();
        }
    }
}
