package dev.cavea.platform.payments;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of refunds, whose sum is bounded by each payment. */
final class RefundTable {

    private RefundTable() {}

    /** Does nothing if it already exists. */
    static void insert(Handle handle, long id, long payment, long amount, Instant now) {
        int rows =
                handle.createUpdate(
                                """
                                INSERT INTO payments.refund (id, payment, amount_minor, status,
                                    created_at)
                                VALUES (:id, :payment, :amount, 'requested', :now)
                                ON CONFLICT (id) DO NOTHING
                                """)
                        .bind("id", id)
                        .bind("payment", payment)
                        .bind("amount", amount)
                        .bind("now", PaymentTable.utc(now))
                        .execute();
        if (rows == 1) {
            reserve(handle, payment, amount);
        }
    }

    /** The table's own constraint says the same: a second line of defence. */
    private static void reserve(Handle handle, long payment, long amount) {
        int rows =
                handle.createUpdate(
                                """
                                UPDATE payments.payment
                                SET refunded_minor = refunded_minor + :amount
                                WHERE id = :payment AND refunded_minor + :amount <= amount_minor
                                """)
                        .bind("amount", amount)
                        .bind("payment", payment)
                        .execute();
        if (rows == 0) {
            throw new RefundTooLarge(PaymentTable.key(payment));
        }
    }

    static Optional<Row> find(Handle handle, long id) {
        return handle.createQuery(
                        """
                        SELECT refund.status, refund.payment, refund.amount_minor, refund.attempt,
                            currency, provider
                        FROM payments.refund JOIN payments.payment ON payment.id = refund.payment
                        WHERE refund.id = :id
                        """)
                .bind("id", id)
                .map(
                        (row, _) ->
                                new Row(
                                        RefundStatus.of(row.getString("status")),
                                        row.getString("provider"),
                                        row.getInt("attempt"),
                                        new ProviderRefund(
                                                key(id, row.getInt("attempt")),
                                                PaymentTable.key(row.getLong("payment")),
                                                PaymentTable.money(row))))
                .findOne();
    }

    /** Providers repeat a refusal under the same key, so that another attempt has another key. */
    private static String key(long id, int attempt) {
        return attempt == 0 ? PaymentTable.key(id) : PaymentTable.key(id) + "-" + attempt;
    }

    static void succeeded(Handle handle, long id, Instant now) {
        settle(handle, id, RefundStatus.SUCCEEDED, null, now);
    }

    /** A refused refund was not paid out, and may be paid another way. */
    static void refused(Handle handle, long id, int attempt, String code, Instant now) {
        Row row = find(handle, id).orElseThrow();
        if (row.attempt == attempt && settle(handle, id, RefundStatus.FAILED, code, now)) {
            handle.execute(
                    """
                    UPDATE payments.payment SET refunded_minor = refunded_minor - ?
                    WHERE id = (SELECT payment FROM payments.refund WHERE id = ?)
                    """,
                    row.refund.amount().amountMinor(),
                    id);
        }
    }

    private static boolean settle(
            Handle handle, long id, RefundStatus status, @Nullable String code, Instant now) {
        return handle.createUpdate(
                                """
                                UPDATE payments.refund SET status = :status,
                                    failure_code = :code, settled_at = :now
                                WHERE id = :id AND status = 'requested'
                                """)
                        .bind("status", status.column())
                        .bind("code", code)
                        .bind("now", PaymentTable.utc(now))
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Reopens a refused refund; false if it is not refused. */
    static boolean again(Handle handle, long id, RefundStatus status, boolean byHand) {
        Optional<Reserved> reserved =
                handle.createQuery(
                                """
                                UPDATE payments.refund SET status = :status, attempt = attempt + 1,
                                    failure_code = NULL, by_hand = :byHand
                                WHERE id = :id AND status = 'failed'
                                RETURNING payment, amount_minor
                                """)
                        .bind("status", status.column())
                        .bind("byHand", byHand)
                        .bind("id", id)
                        .map(
                                (row, _) ->
                                        new Reserved(
                                                row.getLong("payment"),
                                                row.getLong("amount_minor")))
                        .findOne();
        reserved.ifPresent(one -> reserve(handle, one.payment, one.amountMinor));
        return reserved.isPresent();
    }

    private record Reserved(long payment, long amountMinor) {}

    record Row(RefundStatus status, String provider, int attempt, ProviderRefund refund) {}
}
