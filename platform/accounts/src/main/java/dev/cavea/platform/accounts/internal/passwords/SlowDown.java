package dev.cavea.platform.accounts.internal.passwords;

import dev.cavea.platform.edge.Problem;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/**
 * After five wrong passwords an account must wait before the next try, wherever it comes from: 15
 * seconds, then twice as long each time, up to 15 minutes. Kept in the database, so that neither a
 * restart nor another server resets the count; forgotten a day after the last wrong one. An address
 * without an account is counted the same way.
 */
@Singleton
public final class SlowDown {

    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Jdbi database;
    private final Clock clock;

    public SlowDown(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @throws Problem 429 {@code too-many-wrong-passwords} with Retry-After
     */
    public void check(String email) {
        Instant now = clock.instant();
        database.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT blocked_until FROM accounts.wrong_password
                                                WHERE email_hash = :hash AND blocked_until > :now
                                                """)
                                        .bind("hash", hash(email))
                                        .bind("now", utc(now))
                                        .mapTo(Instant.class)
                                        .findOne())
                .ifPresent(
                        until -> {
                            throw slow(Duration.between(now, until).toSeconds() + 1);
                        });
    }

    /** How long the account must wait now; zero for the first few. */
    public Duration failed(String email) {
        Instant now = clock.instant();
        return database.inTransaction(
                handle -> {
                    int failures =
                            handle.createQuery(
                                            """
                                            INSERT INTO accounts.wrong_password AS known
                                              (email_hash, failures, last_at, blocked_until)
                                            VALUES (:hash, 1, :now, :now)
                                            ON CONFLICT (email_hash) DO UPDATE SET last_at = :now,
                                              failures = CASE WHEN known.last_at < :forgotten
                                                THEN 1 ELSE known.failures + 1 END
                                            RETURNING failures
                                            """)
                                    .bind("hash", hash(email))
                                    .bind("now", utc(now))
                                    .bind("forgotten", utc(now.minus(FORGOTTEN)))
                                    .mapTo(Integer.class)
                                    .one();
                    handle.createUpdate(
                                    """
                                    UPDATE accounts.wrong_password SET blocked_until = :until
                                    WHERE email_hash = :hash
                                    """)
                            .bind("hash", hash(email))
                            .bind("until", utc(now.plus(pause(failures))))
                            .execute();
                    return pause(failures);
                });
    }

    public void passed(String email) {
        database.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        DELETE FROM accounts.wrong_password
                                        WHERE email_hash = :hash
                                        """)
                                .bind("hash", hash(email))
                                .execute());
    }

    public void forgetOld() {
        database.useHandle(
                handle ->
                        handle.createUpdate(
                                        "DELETE FROM accounts.wrong_password WHERE last_at < :day")
                                .bind("day", utc(clock.instant().minus(FORGOTTEN)))
                                .execute());
    }

    static Duration pause(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(10, failures - FREE));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    private static Problem slow(long seconds) {
        return new Problem(
                        429,
                        "too-many-wrong-passwords",
                        "Too many wrong passwords",
                        "You can try this account again in " + seconds + " seconds.")
                .with("retryAfterSeconds", seconds)
                .header("Retry-After", Long.toString(seconds));
    }

    private static byte[] hash(String email) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(email.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
