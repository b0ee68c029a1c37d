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

/** The rows of payments and refunds. */
final class PaymentTable {

    private static final String STATE =
            "id, reference, status, amount_minor, currency, failure_code, action_url";

    private PaymentTable() {}

    /** Does nothing when it is there already. */
    static void insert(Handle handle, NewPayment payment, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO payments.payment (id, reference, provider, amount_minor,
                            currency, token, return_path, status, created_at)
                        VALUES (:id, :reference, :provider, :amount, :currency, :token, :path,
                            'created', :now)
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
                .execute();
    }

    static Optional<PaymentState> find(Handle handle, long id) {
        return handle.createQuery("SELECT " + STATE + " FROM payments.payment WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> state(row))
                .findOne();
    }

    /** What has to be sent to the provider, as long as it has confirmed nothing. */
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

    /** Takes the payment on to this status; empty when it is there or further already. */
    static Optional<PaymentState> advance(
            Handle handle, long id, ProviderAnswer answer, Instant now) {
        Change change = Change.of(answer);
        return handle.createQuery(
                        """
                        UPDATE payments.payment SET status = :status, token = NULL,
                            provider_reference = :provider, failure_code = :failure,
                            action_url = :url,
                            settled_at = CASE WHEN :settled THEN :now ELSE settled_at END,
                            check_at = CASE WHEN :settled THEN NULL
                                            ELSE coalesce(check_at, :check) END
                        WHERE id = :id AND status IN (<before>)
                        RETURNING\s"""
                                + STATE)
                .bind("status", change.status.column())
                .bind("provider", answer.reference())
                .bind("failure", change.failureCode)
                .bind("url", change.actionUrl)
                .bind("settled", change.status.isSettled())
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

    /** Nothing came back from the provider: ask it later. */
    static void unanswered(Handle handle, long id, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE payments.payment SET status = 'pending', check_at = :check
                        WHERE id = :id AND status = 'created'
                        """)
                .bind("check", utc(now.plusSeconds(Payments.FIRST_CHECK_SECONDS)))
                .bind("id", id)
                .execute();
    }

    /** Payments whose provider should be asked now; each is then left alone for a while. */
    static List<Due> takeDue(Handle handle, Instant now, int most) {
        return handle.createQuery(
                        """
                        UPDATE payments.payment SET checks = checks + 1,
                            check_at = CASE WHEN checks >= :most_checks THEN NULL
                              ELSE CAST(:now AS timestamptz)
                                + least(3600, 5 * power(2, least(checks, 12))) * interval '1 second'
                              END
                        WHERE id IN (
                            SELECT id FROM payments.payment WHERE check_at <= :now
                            ORDER BY check_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING id, provider
                        """)
                .bind("now", utc(now))
                .bind("most", most)
                .bind("most_checks", Payments.MOST_CHECKS)
                .map((row, _) -> new Due(row.getLong("id"), row.getString("provider")))
                .list();
    }

    static void insertRefund(Handle handle, long id, long payment, long amount, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO payments.refund (id, payment, amount_minor, status, created_at)
                        VALUES (:id, :payment, :amount, 'requested', :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bind("id", id)
                .bind("payment", payment)
                .bind("amount", amount)
                .bind("now", utc(now))
                .execute();
    }

    static Optional<RefundRow> refund(Handle handle, long id) {
        return handle.createQuery(
                        """
                        SELECT refund.status, refund.payment, refund.amount_minor, currency,
                            provider
                        FROM payments.refund JOIN payments.payment ON payment.id = refund.payment
                        WHERE refund.id = :id
                        """)
                .bind("id", id)
                .map(
                        (row, _) ->
                                new RefundRow(
                                        RefundStatus.of(row.getString("status")),
                                        row.getString("provider"),
                                        new ProviderRefund(
                                                key(id), key(row.getLong("payment")), money(row))))
                .findOne();
    }

    static void settleRefund(
            Handle handle, long id, RefundStatus status, @Nullable String code, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE payments.refund SET status = :status, failure_code = :code,
                            settled_at = :now
                        WHERE id = :id AND status = 'requested'
                        """)
                .bind("status", status.column())
                .bind("code", code)
                .bind("now", utc(now))
                .bind("id", id)
                .execute();
    }

    /** True for a message that was not seen before. */
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

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getLong("amount_minor"), row.getString("currency"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    record Unsent(String provider, ProviderCharge charge) {}

    record Due(long id, String provider) {}

    record RefundRow(RefundStatus status, String provider, ProviderRefund refund) {}

    private record Change(
            PaymentStatus status, @Nullable String failureCode, @Nullable String actionUrl) {

        static Change of(ProviderAnswer answer) {
            return switch (answer) {
                case ProviderAnswer.Succeeded _ -> new Change(PaymentStatus.SUCCEEDED, null, null);
                case ProviderAnswer.Failed failed ->
                        new Change(PaymentStatus.FAILED, failed.code(), null);
                case ProviderAnswer.Pending _ -> new Change(PaymentStatus.PENDING, null, null);
                case ProviderAnswer.ActionNeeded action ->
                        new Change(PaymentStatus.ACTION, null, action.url());
            };
        }
    }
}
