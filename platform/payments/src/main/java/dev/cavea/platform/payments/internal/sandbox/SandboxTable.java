package dev.cavea.platform.payments.internal.sandbox;

import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.payments.ProviderCharge;
import dev.cavea.platform.payments.ProviderRefund;
import dev.cavea.platform.payments.SandboxCharge;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The sandbox's memory, which outlives a restart. */
public final class SandboxTable {

    private static final int SECRET_BYTES = 32;
    private static final int NAME_BYTES = 16;
    private static final String CHARGE =
            "key, reference, amount_minor, currency, status, failure_code, event, return_path";

    private final Jdbi database;
    private final SecureRandom random = new SecureRandom();

    public SandboxTable(Jdbi database) {
        this.database = database;
    }

    /** What webhooks are signed with: generated once for this database. */
    public byte[] secret() {
        byte[] drawn = new byte[SECRET_BYTES];
        random.nextBytes(drawn);
        return database.withHandle(
                handle -> {
                    handle.execute(
                            "INSERT INTO payments.sandbox_secret (secret) VALUES (?)"
                                    + " ON CONFLICT DO NOTHING",
                            drawn);
                    return handle.createQuery("SELECT secret FROM payments.sandbox_secret")
                            .mapTo(byte[].class)
                            .one();
                });
    }

    /** Records a charge unless it exists. */
    public void insert(ProviderCharge charge, SandboxToken token, Instant now) {
        boolean acts = token == SandboxToken.TOK_3DS;
        database.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO payments.sandbox_charge (key, reference,
                                            amount_minor, currency, token, return_path, status,
                                            event, fires_at, deliveries_left)
                                        VALUES (:key, :reference, :amount, :currency, :token,
                                            :path, :status, :event, :fires, :deliveries)
                                        ON CONFLICT (key) DO NOTHING
                                        """)
                                .bind("key", charge.key())
                                .bind("reference", "ch_" + name())
                                .bind("amount", charge.amount().amountMinor())
                                .bind("currency", charge.amount().currency())
                                .bind("token", token.text())
                                .bind("path", charge.returnPath())
                                .bind("status", acts ? "action" : "processing")
                                .bind("event", "evt_" + name())
                                .bind("fires", acts ? null : utc(now.plus(token.delay())))
                                .bind("deliveries", token.deliveries())
                                .execute());
    }

    /**
     * From here on this charge takes no money, even if it arrives later; one that has taken some is
     * left alone.
     */
    public SandboxCharge cancel(String key) {
        database.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO payments.sandbox_charge AS charge (key,
                                            reference, amount_minor, currency, token, return_path,
                                            status, failure_code, event, deliveries_left)
                                        VALUES (:key, :reference, 0, 'EUR', '', '/', 'failed',
                                            'cancelled', :event, 0)
                                        ON CONFLICT (key) DO UPDATE SET status = 'failed',
                                            failure_code = 'cancelled', deliveries_left = 0
                                        WHERE charge.status IN ('processing', 'action')
                                        """)
                                .bind("key", key)
                                .bind("reference", "ch_" + name())
                                .bind("event", "evt_" + name())
                                .execute());
        return find(key).orElseThrow();
    }

    public Optional<SandboxCharge> find(String key) {
        return one("key", key);
    }

    public Optional<SandboxCharge> byReference(String reference) {
        return one("reference", reference);
    }

    private Optional<SandboxCharge> one(String column, String value) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT "
                                                + CHARGE
                                                + " FROM payments.sandbox_charge WHERE "
                                                + column
                                                + " = :value")
                                .bind("value", value)
                                .map((row, _) -> charge(row))
                                .findOne());
    }

    /** The buyer has acted; false if there was nothing left to act on. */
    public boolean act(String reference, boolean approved, Instant fires) {
        return database.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                UPDATE payments.sandbox_charge SET
                                                    status = 'processing', fires_at = :fires,
                                                    failure_code = :code
                                                WHERE reference = :reference
                                                    AND status = 'action'
                                                """)
                                        .bind("fires", utc(fires))
                                        .bind("code", approved ? null : "authentication_failed")
                                        .bind("reference", reference)
                                        .execute())
                == 1;
    }

    /** Charges with a message to send, the next first. */
    public List<Due> pending() {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT key, fires_at FROM payments.sandbox_charge
                                        WHERE deliveries_left > 0 AND fires_at IS NOT NULL
                                        ORDER BY fires_at
                                        """)
                                .map(
                                        (row, _) ->
                                                new Due(
                                                        row.getString("key"),
                                                        row.getTimestamp("fires_at").toInstant()))
                                .list());
    }

    /** Decides the charge, once, and returns it while messages about it are left to send. */
    public Optional<SandboxCharge> fire(String key) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        UPDATE payments.sandbox_charge SET
                                            status = CASE
                                                WHEN status <> 'processing' THEN status
                                                WHEN failure_code IS NOT NULL
                                                    OR token = 'tok_declined' THEN 'failed'
                                                ELSE 'succeeded' END,
                                            failure_code = CASE WHEN token = 'tok_declined'
                                                THEN 'card_declined' ELSE failure_code END
                                        WHERE key = :key AND deliveries_left > 0
                                        RETURNING\s"""
                                                + CHARGE)
                                .bind("key", key)
                                .map((row, _) -> charge(row))
                                .findOne());
    }

    /** How many messages are left after this one. */
    public int delivered(String key) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        UPDATE payments.sandbox_charge
                                        SET deliveries_left = deliveries_left - 1
                                        WHERE key = :key AND deliveries_left > 0
                                        RETURNING deliveries_left
                                        """)
                                .bind("key", key)
                                .mapTo(Integer.class)
                                .findOne()
                                .orElse(0));
    }

    /** False if more would be refunded than was taken. */
    public boolean refund(ProviderRefund refund) {
        return database.inTransaction(handle -> refund(handle, refund));
    }

    private static boolean refund(Handle handle, ProviderRefund refund) {
        handle.execute(
                "SELECT 1 FROM payments.sandbox_charge WHERE key = ? FOR UPDATE", refund.charge());
        handle.createUpdate(
                        """
                        INSERT INTO payments.sandbox_refund (key, charge, amount_minor)
                        SELECT :key, key, :amount FROM payments.sandbox_charge
                        WHERE key = :charge AND status = 'succeeded'
                            AND amount_minor >= :amount + (
                                SELECT coalesce(sum(amount_minor), 0)
                                FROM payments.sandbox_refund WHERE charge = :charge)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .bind("key", refund.key())
                .bind("amount", refund.amount().amountMinor())
                .bind("charge", refund.charge())
                .execute();
        return handle.createQuery("SELECT 1 FROM payments.sandbox_refund WHERE key = :key")
                .bind("key", refund.key())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static SandboxCharge charge(ResultSet row) throws SQLException {
        return new SandboxCharge(
                row.getString("key"),
                row.getString("reference"),
                new Money(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("status"),
                row.getString("failure_code"),
                row.getString("event"),
                row.getString("return_path"));
    }

    /** Random, so that nobody can guess the page of someone else's charge. */
    private String name() {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** A message to be sent at this time. */
    public record Due(String key, Instant at) {}
}
