package dev.cavea.platform.payments;

import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of payments. */
final class PaymentTable {

    private static final String STATE =
            "id, reference, status, amount_minor, currency, failure_code, action_url";

    private PaymentTable() {}

    /** Does nothing if it already exists. */
    static void insert(Handle handle, NewPayment payment, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO payments.payment (id, reference, provider, amount_minor,
                            currency, token, return_path, status, created_at, check_at)
                        VALUES (:id, :reference, :provider, :amount, :currency, :token, :path,
                            'created', :now, :check)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bind("id", payment.id())
                .bind("reference", payment.reference())
                .bind("provider", payment.method())
                .bind("amount", payment.amount().amountMinor())
                .bind("currency", payment.amount().currency())
                .bind("token", payment.token())
                .bind("path", payment.returnPath())
                .bind("now", utc(now))
                .bind("check", utc(now.plusSeconds(Payments.LOST_AFTER_SECONDS)))
                .execute();
    }

    static Optional<PaymentState> find(Handle handle, long id) {
        return handle.createQuery("SELECT " + STATE + " FROM payments.payment WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> state(row))
                .findOne();
    }

    /** What must be sent to the provider, as long as it has confirmed nothing. */
    static Optional<Unsent> unsent(Handle handle, long id) {
        return handle.createQuery(
                        """
                        SELECT provider, amount_minor, currency, token, return_path
                        FROM payments.payment
                        WHERE id = :id AND status IN ('created', 'pending') AND token IS NOT NULL
                        """)
                .bind("id", id)
                .map(
                        (row, _) ->
                                new Unsent(
                                        row.getString("provider"),
                                        new ProviderCharge(
                                                key(id),
                                                money(row),
                                                row.getString("token"),
                                                row.getString("return_path"))))
                .findOne();
    }

    /**
     * Moves the payment to this status; empty if it is already there or further, or if a different
     * amount was taken.
     */
    static Optional<PaymentState> advance(
            Handle handle, long id, ProviderAnswer answer, Instant now) {
        Change change = Change.of(answer);
        return handle.createQuery(
                        """
                        UPDATE payments.payment SET status = :status, token = NULL,
                            provider_reference = :provider, failure_code = :failure,
                            action_url = :url, asked_back = asked_back OR :status = 'action',
                            settled_at = CASE WHEN :settled THEN :now ELSE settled_at END,
                            check_at = CASE WHEN :settled THEN NULL
                                            ELSE least(check_at, :check) END
                        WHERE id = :id AND status IN (<before>)
                            AND (CAST(:amount AS bigint) IS NULL
                                OR (amount_minor = :amount AND currency = :currency))
                        RETURNING\s"""
                                + STATE)
                .bind("status", change.status.column())
                .bind("provider", answer.reference())
                .bind("failure", change.failureCode)
                .bind("url", change.actionUrl)
                .bind("settled", change.status.isSettled())
                .bind("amount", change.taken == null ? null : change.taken.amountMinor())
                .bind("currency", change.taken == null ? null : change.taken.currency())
                .bind("now", utc(now))
                .bind("check", utc(now.plusSeconds(Payments.FIRST_CHECK_SECONDS)))
                .bind("id", id)
                .bindList("before", before(change.status))
                .map((row, _) -> state(row))
                .findOne();
    }

    private static List<String> before(PaymentStatus status) {
        return Arrays.stream(PaymentStatus.values())
                .filter(other -> other.compareTo(status) < 0)
                .map(PaymentStatus::column)
                .toList();
    }

    /** Whether the buyer had to act for one of these, however it ended. */
    static boolean haveAsked(Handle handle, List<Long> ids) {
        return handle.createQuery(
                        "SELECT 1 FROM payments.payment WHERE asked_back AND id IN (<ids>) LIMIT 1")
                .bindList("ids", ids)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Ends a payment that was never sent. */
    static void abandon(Handle handle, long id, String code, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE payments.payment SET status = 'failed', failure_code = :code,
                            token = NULL, settled_at = :now, check_at = NULL
                        WHERE id = :id AND status = 'created'
                        """)
                .bind("code", code)
                .bind("now", utc(now))
                .bind("id", id)
                .execute();
    }

    static String provider(Handle handle, long id) {
        return handle.select("SELECT provider FROM payments.payment WHERE id = ?", id)
                .mapTo(String.class)
                .one();
    }

    /** Nothing came back from the provider: ask it soon. */
    static void unanswered(Handle handle, long id, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE payments.payment SET check_at = :check,
                            status = CASE status WHEN 'created' THEN 'pending' ELSE status END
                        WHERE id = :id AND status NOT IN ('failed', 'succeeded')
                            AND difference IS NULL
                        """)
                .bind("check", utc(now.plusSeconds(Payments.FIRST_CHECK_SECONDS)))
                .bind("id", id)
                .execute();
    }

    /**
     * Payments whose provider should be asked now; each is then left alone for a while. Whatever
     * becomes of the answer, it is asked about again: only {@link #askNoMore} ends that.
     */
    static List<Due> takeDue(Handle handle, Instant now, int most) {
        return handle.createQuery(
                        """
                        WITH taken AS MATERIALIZED (
                            SELECT id FROM payments.payment WHERE check_at <= :now
                            ORDER BY check_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE payments.payment SET checks = checks + 1,
                            check_at = CAST(:now AS timestamptz)
                                + least(3600, 5 * power(2, least(checks, 12))) * interval '1 second'
                        FROM taken WHERE payment.id = taken.id
                        RETURNING payment.id, provider, created_at, checks
                        """)
                .bind("now", utc(now))
                .bind("most", most)
                .map((row, _) -> due(row))
                .list();
    }

    /** Its provider stays silent; false if it has said something in the meantime. */
    static boolean askNoMore(Handle handle, long id) {
        return handle.execute(
                        """
                        UPDATE payments.payment SET check_at = NULL
                        WHERE id = ? AND status NOT IN ('failed', 'succeeded')
                        """,
                        id)
                == 1;
    }

    /** When the next is to be asked about. */
    static Optional<Instant> nextCheck(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT check_at FROM payments.payment WHERE check_at IS NOT NULL
                        ORDER BY check_at LIMIT 1
                        """)
                .map((row, _) -> row.getTimestamp("check_at").toInstant())
                .findOne();
    }

    /** Whether it is a payment of this provider. */
    static boolean isOf(Handle handle, long id, String provider) {
        return handle.createQuery(
                        "SELECT 1 FROM payments.payment WHERE id = :id AND provider = :provider")
                .bind("id", id)
                .bind("provider", provider)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** False if this difference, or another, was recorded before. */
    static boolean differs(Handle handle, long id, String difference) {
        return handle.createUpdate(
                                """
                                UPDATE payments.payment SET difference = :difference,
                                    check_at = NULL
                                WHERE id = :id AND difference IS NULL AND status <> 'succeeded'
                                """)
                        .bind("difference", difference)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** As if it had never been asked about. */
    static Optional<Due> lookAgain(Handle handle, long id, Instant now) {
        return handle.createQuery(
                        """
                        UPDATE payments.payment SET difference = NULL, checks = 0,
                            check_at = CASE WHEN status IN ('failed', 'succeeded') THEN NULL
                                ELSE CAST(:check AS timestamptz) END
                        WHERE id = :id RETURNING id, provider, created_at, checks
                        """)
                .bind("check", utc(now.plusSeconds(Payments.FIRST_CHECK_SECONDS)))
                .bind("id", id)
                .map((row, _) -> due(row))
                .findOne();
    }

    /** Money that its owner has not accounted for, after this id. */
    static List<PaymentState> unaccounted(Handle handle, Instant before, long after, int most) {
        return handle.createQuery(
                        "SELECT "
                                + STATE
                                + """
                                 FROM payments.payment
                                WHERE status = 'succeeded' AND accounted_at IS NULL
                                    AND amount_minor > 0 AND settled_at < :before AND id > :after
                                ORDER BY id LIMIT :most
                                """)
                .bind("before", utc(before))
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> state(row))
                .list();
    }

    static void account(Handle handle, List<Long> payments, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE payments.payment SET accounted_at = :now WHERE id IN (<payments>)
                        """)
                .bind("now", utc(now))
                .bindList("payments", payments)
                .execute();
    }

    /** True for a message not seen before. */
    static boolean seeFirst(Handle handle, String provider, String event, Instant now) {
        return handle.createUpdate(
                                """
                                INSERT INTO payments.webhook_seen (provider, event, seen_at)
                                VALUES (:provider, :event, :now) ON CONFLICT DO NOTHING
                                """)
                        .bind("provider", provider)
                        .bind("event", event)
                        .bind("now", utc(now))
                        .execute()
                == 1;
    }

    static String key(long id) {
        return Ids.text(id);
    }

    private static PaymentState state(ResultSet row) throws SQLException {
        return new PaymentState(
                row.getLong("id"),
                row.getLong("reference"),
                PaymentStatus.of(row.getString("status")),
                money(row),
                row.getString("failure_code"),
                row.getString("action_url"));
    }

    static Money money(ResultSet row) throws SQLException {
        return new Money(row.getLong("amount_minor"), row.getString("currency"));
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    record Unsent(String provider, ProviderCharge charge) {}

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong("id"),
                row.getString("provider"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("checks") > Payments.MOST_CHECKS);
    }

    /**
     * A payment to be asked about.
     *
     * @param last whether this is the last time we ask
     */
    record Due(long id, String provider, Instant createdAt, boolean last) {}

    private record Change(
            PaymentStatus status,
            @Nullable String failureCode,
            @Nullable String actionUrl,
            @Nullable Money taken) {

        static Change of(ProviderAnswer answer) {
            return switch (answer) {
                case ProviderAnswer.Succeeded paid ->
                        new Change(PaymentStatus.SUCCEEDED, null, null, paid.amount());
                case ProviderAnswer.Failed failed ->
                        new Change(PaymentStatus.FAILED, failed.code(), null, null);
                case ProviderAnswer.Pending _ ->
                        new Change(PaymentStatus.PENDING, null, null, null);
                case ProviderAnswer.ActionNeeded action ->
                        new Change(PaymentStatus.ACTION, null, action.url(), null);
            };
        }
    }
}
