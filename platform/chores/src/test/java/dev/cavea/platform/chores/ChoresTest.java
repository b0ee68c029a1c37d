package dev.cavea.platform.chores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.platform.kernel.Pulse;
import dev.cavea.platform.testing.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChoresTest {

    private static final Duration SOON = Duration.ofMillis(1);

    private final DataSource database = TestPostgres.freshDatabase("chores");

    @Test
    void doesWhatWasAskedUntilItIsDoneAndByOneOfTwoProcesses() throws InterruptedException {
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch rounds = new CountDownLatch(3);
        Asked asked =
                new Asked(
                        "asked",
                        SOON,
                        subject -> {
                            most.accumulateAndGet(together.incrementAndGet(), Math::max);
                            rounds.countDown();
                            together.decrementAndGet();
                            return rounds.getCount() == 0;
                        });
        try (Chores one = new Chores(database, List.of(), List.of(asked));
                Chores other = new Chores(database, List.of(), List.of(asked))) {
            one.start();
            other.start();
            one.ask("asked", 7);
            other.ask("asked", 7);
            assertThat(rounds.await(50, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void goesOnAfterAChoreThatFailsAndTellsHealth() throws InterruptedException, SQLException {
        CountDownLatch fine = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        Recurring bad =
                new Recurring(
                        "bad",
                        Duration.ofHours(1),
                        () -> {
                            failed.countDown();
                            throw new AssertionError("on purpose");
                        });
        Recurring good = new Recurring("good", Duration.ofHours(1), fine::countDown);
        try (Chores chores = new Chores(database, List.of(bad, good), List.of())) {
            chores.start();
            assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(fine.await(30, TimeUnit.SECONDS)).isTrue();
            Pulse pulse =
                    Pulse.all().stream()
                            .filter(one -> one.name().equals("bad"))
                            .findFirst()
                            .orElseThrow();
            while (pulse.failures() == 0) {
                Thread.onSpinWait();
            }
            assertThat(pulse.failure()).contains("on purpose");
            while (!isRetriedSoon("bad")) {
                Thread.onSpinWait();
            }
        }
    }

    /** Rather than when its hour is over. */
    private boolean isRetriedSoon(String chore) throws SQLException {
        String query =
                """
                SELECT 1 FROM chores.scheduled_tasks
                WHERE task_name = ? AND consecutive_failures > 0 AND NOT picked
                    AND execution_time BETWEEN now() AND now() + interval '1 minute'
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, chore);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
