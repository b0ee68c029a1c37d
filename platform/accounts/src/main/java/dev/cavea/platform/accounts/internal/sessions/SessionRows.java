package dev.cavea.platform.accounts.internal.sessions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The table {@code accounts.session}. */
public final class SessionRows {

    private final Jdbi database;

    public SessionRows(Jdbi database) {
        this.database = database;
    }

    void insert(RefreshToken first, Instant now) {
        database.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO accounts.session
                                          (id, account, generation, begun_at, expires_at)
                                        VALUES (:session, :account, :generation, :now, :expires)
                                        """)
                                .bindMethods(first)
                                .bind("now", utc(now))
                                .bind("expires", utc(first.expiresAt()))
                                .execute());
    }

    /** True if the token was the session's newest and the session had not ended. */
    boolean renew(RefreshToken shown, RefreshToken next) {
        return database.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                UPDATE accounts.session
                                                SET generation = :next, expires_at = :expires
                                                WHERE id = :session AND generation = :shown
                                                  AND ended_at IS NULL
                                                """)
                                        .bind("session", shown.session())
                                        .bind("shown", shown.generation())
                                        .bind("next", next.generation())
                                        .bind("expires", utc(next.expiresAt()))
                                        .execute())
                == 1;
    }

    /** The first renewal of a guest's session creates its row; false if it has one. */
    boolean keepGuest(RefreshToken next, Instant now) {
        return database.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO accounts.session
                                                  (id, account, generation, begun_at, expires_at)
                                                VALUES
                                                  (:session, :account, :generation, :now, :expires)
                                                ON CONFLICT DO NOTHING
                                                """)
                                        .bindMethods(next)
                                        .bind("now", utc(now))
                                        .bind("expires", utc(next.expiresAt()))
                                        .execute())
                == 1;
    }

    /** A guest's session has no row before its first renewal. */
    boolean isNewest(RefreshToken shown) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT generation = :shown AND ended_at IS NULL
                                        FROM accounts.session WHERE id = :session
                                        """)
                                .bind("session", shown.session())
                                .bind("shown", shown.generation())
                                .mapTo(Boolean.class)
                                .findOne()
                                .orElse(shown.generation() == 0));
    }

    /** Whether it had a row or not: other servers must learn of a guest's end, too. */
    void end(long session, long account, Instant now) {
        database.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO accounts.session
                                          (id, account, generation, begun_at, expires_at, ended_at)
                                        VALUES (:session, :account, 0, :now, :expires, :now)
                                        ON CONFLICT (id) DO UPDATE
                                        SET ended_at = coalesce(session.ended_at, :now)
                                        """)
                                .bind("session", session)
                                .bind("account", account)
                                .bind("now", utc(now))
                                .bind("expires", utc(now.plus(Sessions.LIFE)))
                                .execute());
    }

    /** Ends all sessions of an account and returns which. */
    List<Long> endAll(long account, Instant now) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        UPDATE accounts.session SET ended_at = :now
                                        WHERE account = :account AND ended_at IS NULL
                                        RETURNING id
                                        """)
                                .bind("account", account)
                                .bind("now", utc(now))
                                .mapTo(Long.class)
                                .list());
    }

    List<Long> endedSince(Instant since) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT id FROM accounts.session WHERE ended_at >= :since
                                        """)
                                .bind("since", utc(since))
                                .mapTo(Long.class)
                                .list());
    }

    void deleteExpired(Instant now) {
        database.useHandle(
                handle ->
                        handle.createUpdate("DELETE FROM accounts.session WHERE expires_at < :now")
                                .bind("now", utc(now))
                                .execute());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
