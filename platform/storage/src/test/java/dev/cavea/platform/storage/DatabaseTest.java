package dev.cavea.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(50)
final class DatabaseTest {

    private static final String ADDRESS = "fan@test.example";
    private static final String HASH = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA";
    private static final String CARD = "tok_ok";
    private static final String TABLE =
            "CREATE TABLE person (email text PRIMARY KEY, hash text, card text)";
    private static final String INSERT = "INSERT INTO person VALUES (?, ?, ?)";

    @TempDir static Path folder;
    private static EmbeddedDatabase server;
    private static Database database;
    private static Jdbi jdbi;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(folder);
        Duration soon = Duration.ofMillis(600);
        database =
                Database.open(
                        server::address,
                        new ConnectionPool("work", 2, Duration.ofSeconds(2), Duration.ZERO),
                        new ConnectionPool("reads", 1, soon, soon));
        database.watch();
        jdbi = QuietJdbi.over(database::connection);
        jdbi.useHandle(h -> h.execute(TABLE));
        jdbi.useHandle(h -> h.execute(INSERT, ADDRESS, HASH, CARD));
    }

    @AfterAll
    static void stop() {
        database.close();
        server.close();
    }

    @Test
    void noFailureRepeatsWhatWasBound() throws IOException {
        String said =
                failureOf(() -> jdbi.useHandle(h -> h.execute(INSERT, ADDRESS, HASH, CARD)))
                        + failureOf(() -> jdbi.useHandle(DatabaseTest::insertTwoAtOnce));
        assertThat(said).contains("duplicate key").doesNotContain("@", "argon2", "tok_");
        assertThat(Files.readString(folder.resolve("server.log")))
                .contains("duplicate key")
                .doesNotContain("@test", "argon2", "tok_");
    }

    private static void insertTwoAtOnce(org.jdbi.v3.core.Handle handle) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO person VALUES (:email, :hash, :card)");
        for (int i = 0; i < 2; i++) {
            batch.bind("email", ADDRESS).bind("hash", HASH).bind("card", CARD).add();
        }
        batch.execute();
    }

    /** Everything a log could show of it, with every cause. */
    private static String failureOf(ThrowingCallable statement) {
        StringWriter trace = new StringWriter();
        assertThatThrownBy(statement)
                .isInstanceOf(JdbiException.class)
                .satisfies(failure -> failure.printStackTrace(new PrintWriter(trace)));
        return trace.toString();
    }

    @Test
    void readersCannotTakeWhatBookingsNeed() throws SQLException {
        try (Connection taken = database.readConnection()) {
            assertThatThrownBy(database::readConnection)
                    .isInstanceOf(SQLTransientConnectionException.class);
            assertThat(number("SELECT 7")).isEqualTo(7);
            assertThat(taken.isClosed()).isFalse();
        }
    }

    @Test
    void aReadThatTakesLongIsEnded() throws SQLException {
        try (Connection connection = database.readConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(40)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            ended -> assertThat(ended.getSQLState()).isEqualTo("57014"));
        }
    }

    @Test
    @Tag("system")
    void aServerThatWasKilledIsStartedAgainWithAllThatWasCommitted() throws IOException {
        int before = server.restarts();
        for (ProcessHandle one : processes()) {
            one.destroyForcibly();
        }
        await(() -> server.restarts() > before && database.pulse().trouble() == null);
        // It may be back before anyone noticed: a connection of before ends with its first use.
        await(DatabaseTest::answers);
        assertThat(number("SELECT count(*) FROM person")).isEqualTo(1);
    }

    private static boolean answers() {
        try {
            return number("SELECT 1") == 1;
        } catch (JdbiException broken) {
            return false;
        }
    }

    @Test
    @Tag("system")
    void nobodyWaitsForAServerThatIsFrozen() throws Exception {
        signal("-STOP");
        try {
            // One that asked just before; its connection would wait a minute.
            assertThatThrownBy(() -> number("SELECT 7")).isInstanceOf(JdbiException.class);
            await(() -> database.pulse().trouble() != null);
            assertThatThrownBy(database::connection)
                    .isInstanceOf(SQLTransientConnectionException.class);
        } finally {
            signal("-CONT");
        }
        await(() -> database.pulse().trouble() == null);
        assertThat(number("SELECT 7")).isEqualTo(7);
    }

    private static int number(String sql) {
        return jdbi.withHandle(h -> h.createQuery(sql).mapTo(Integer.class).one());
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static List<ProcessHandle> processes() throws IOException {
        long pid = Postmaster.read(folder.resolve("cluster")).orElseThrow().pid();
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        all.addAll(postmaster.descendants().toList());
        return all;
    }

    private static void signal(String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", name));
        processes().forEach(one -> command.add(Long.toString(one.pid())));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
