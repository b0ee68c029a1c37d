package dev.cavea.platform.booking.internal.order;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which bookings are due, and which fail. */
final class DueRows {

    private static final int LONGEST_FAILURE = 300;

    private DueRows() {}

    /** Two lanes, because bookings waiting for a provider's answer are polled again and again. */
    enum Lane {
        WORK("step NOT IN ('await_payment', 'await_late_payment')"),
        QUESTIONS("step IN ('await_payment', 'await_late_payment')");

        private final String steps;

        Lane(String steps) {
            this.steps = steps;
        }

        static Lane of(Step step) {
            return step.isWait() ? QUESTIONS : WORK;
        }
    }

    /** A booking whose step keeps failing. */
    record Trouble(long booking, String step, int tries, String failure) {}

    /** Bookings to be worked on; others leave them alone for the lease. */
    static List<Long> take(Handle handle, Lane lane, Instant now, Duration lease, int most) {
        List<Long> taken =
                new ArrayList<>(
                        take(
                                handle,
                                "due_at <= :now AND due_at IS NOT NULL AND "
                                        + lane.steps
                                        + " ORDER BY due_at",
                                now,
                                lease,
                                most));
        if (lane == Lane.WORK && taken.size() < most) {
            String expired =
                    "step = 'await_payment' AND pay_until <= :now AND due_at <= :now"
                            + " ORDER BY pay_until";
            taken.addAll(take(handle, expired, now, lease, most - taken.size()));
        }
        return taken;
    }

    private static List<Long> take(
            Handle handle, String which, Instant now, Duration lease, int most) {
        return handle.createQuery(
                        "WITH taken AS MATERIALIZED (SELECT id FROM booking.orders WHERE "
                                + which
                                + " LIMIT :most FOR UPDATE SKIP LOCKED)"
                                + " UPDATE booking.orders SET due_at = :until FROM taken"
                                + " WHERE orders.id = taken.id RETURNING orders.id")
                .bind("until", OrderTable.utc(now.plus(lease)))
                .bind("now", OrderTable.utc(now))
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    static Optional<Instant> next(Handle handle, Lane lane) {
        return handle.createQuery(
                        "SELECT min(due_at) FROM booking.orders WHERE due_at IS NOT NULL AND "
                                + lane.steps)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    /** It is retried after 5 s, then twice as long each time, up to ten minutes. */
    static void failed(Handle handle, long booking, Instant now, Throwable cause) {
        String failure = cause.toString();
        handle.createUpdate(
                        """
                        UPDATE booking.orders SET tries = tries + 1, failure = :failure,
                            due_at = CAST(:now AS timestamptz)
                                + least(600, 5 * power(2, least(tries, 10))) * interval '1 second'
                        WHERE id = :id AND due_at IS NOT NULL
                        """)
                .bind("failure", failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)))
                .bind("now", OrderTable.utc(now))
                .bind("id", booking)
                .execute();
    }

    static List<Trouble> troubles(Handle handle, int most) {
        return handle.createQuery(
                        """
                        SELECT id, step, tries, failure FROM booking.orders WHERE tries >= 5
                        ORDER BY tries DESC LIMIT :most
                        """)
                .bind("most", most)
                .map(
                        (row, _) ->
                                new Trouble(
                                        row.getLong("id"),
                                        row.getString("step"),
                                        row.getInt("tries"),
                                        String.valueOf(row.getString("failure"))))
                .list();
    }
}
