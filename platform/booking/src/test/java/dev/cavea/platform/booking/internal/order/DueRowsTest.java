package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.platform.booking.internal.order.DueRows.Lane;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DueRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Jdbi DATABASE =
            Jdbi.create(
                    TestPostgres.freshDatabase(
                            "storage", "audit", "payments", "tickets", "booking"));

    @BeforeEach
    void empty() {
        DATABASE.useHandle(handle -> handle.execute("TRUNCATE booking.orders CASCADE"));
    }

    private static void order(long id, Step step, Instant dueAt, Instant payUntil) {
        DATABASE.useHandle(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO booking.orders (id, event, organiser, buyer,
                                    buyer_email, buyer_name, hold_high, hold_low, quantity,
                                    currency, face_minor, fee_minor, payment, status, step,
                                    due_at, pay_until, created_at)
                                VALUES (?, 1, 1, 1, 'a@example.org', 'A', ?, 0, 1, 'EUR', 1, 0, ?,
                                    'pending_payment', ?, ?, ?, ?)
                                """,
                                id,
                                id,
                                id,
                                step.column(),
                                OrderTable.utc(dueAt),
                                OrderTable.utc(payUntil),
                                OrderTable.utc(NOW)));
    }

    private static List<Long> take(Lane lane, Instant now) {
        return DATABASE.inTransaction(handle -> DueRows.take(handle, lane, now, LEASE, 3));
    }

    @Test
    void takesWorkPastAnyNumberOfQuestions() {
        for (long id = 1; id <= 50; id++) {
            order(id, Step.AWAIT_PAYMENT, NOW.minusSeconds(60), NOW.plusSeconds(60));
        }
        order(100, Step.SELL, NOW.minusSeconds(1), null);
        order(101, Step.AWAIT_PAYMENT, NOW.minusSeconds(1), NOW.minusSeconds(1));
        order(102, Step.SELL, NOW.plusSeconds(1), null);
        assertThat(take(Lane.WORK, NOW)).containsExactly(100L, 101L);
        assertThat(take(Lane.WORK, NOW)).as("leased").isEmpty();
        assertThat(take(Lane.QUESTIONS, NOW)).hasSize(3).doesNotContain(100L, 101L, 102L);
        Optional<Instant> next = DATABASE.withHandle(handle -> DueRows.next(handle, Lane.WORK));
        assertThat(next).contains(NOW.plusSeconds(1));
    }

    @Test
    void letsABookingThatFailsComeLaterEachTimeAndNamesIt() {
        order(1, Step.SELL, NOW, null);
        Instant now = NOW;
        for (int i = 0; i < 5; i++) {
            assertThat(take(Lane.WORK, now)).containsExactly(1L);
            fail(now);
            Duration pause = Duration.ofSeconds(5L << i);
            assertThat(take(Lane.WORK, now.plus(pause).minusSeconds(1))).isEmpty();
            now = now.plus(pause);
        }
        List<DueRows.Trouble> troubles =
                DATABASE.withHandle(handle -> DueRows.troubles(handle, 10));
        assertThat(troubles)
                .containsExactly(
                        new DueRows.Trouble(
                                1, "sell", 5, "java.lang.IllegalStateException: broken"));
    }

    private static void fail(Instant now) {
        DATABASE.useHandle(
                handle -> DueRows.failed(handle, 1, now, new IllegalStateException("broken")));
    }
}
