package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.edge.PageRequest;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** The table {@code accounts.account}. */
@Singleton
public final class AccountRows {

    private static final String COLUMNS = "id, email, name, role, created_at";

    private final Jdbi database;

    public AccountRows(Jdbi database) {
        this.database = database;
    }

    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        return database.inTransaction(work);
    }

    /** An account with what only sign-in needs. */
    record Credentials(long id, Role role, String password) {}

    /** False if the address is taken. */
    boolean insert(Handle handle, long id, NewAccount account, Instant now) {
        return handle.createUpdate(
                                """
                                INSERT INTO accounts.account
                                  (id, email, name, role, password, created_at)
                                VALUES (:id, :email, :name, :role, :password, :now)
                                ON CONFLICT (email) DO NOTHING
                                """)
                        .bind("id", id)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bindMethods(account)
                        .execute()
                == 1;
    }

    /**
     * @param password hashed
     */
    public record NewAccount(String email, String name, Role role, String password) {}

    Optional<Credentials> credentials(String email) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT id, role, password FROM accounts.account
                                        WHERE email = :email
                                        """)
                                .bind("email", email)
                                .map(
                                        (row, context) ->
                                                new Credentials(
                                                        row.getLong("id"),
                                                        Role.valueOf(row.getString("role")),
                                                        row.getString("password")))
                                .findOne());
    }

    Optional<Account> find(long id) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT "
                                                + COLUMNS
                                                + " FROM accounts.account WHERE id = :id")
                                .bind("id", id)
                                .map((row, context) -> account(row))
                                .findOne());
    }

    /** Newest last, which is id order. */
    List<Account> list(PageRequest page, long after) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT "
                                                + COLUMNS
                                                + " FROM accounts.account WHERE id > :after"
                                                + " ORDER BY id LIMIT :limit")
                                .bind("after", after)
                                .bind("limit", page.limitAndOne())
                                .map((row, context) -> account(row))
                                .list());
    }

    Optional<Account> setRole(Handle handle, long id, Role role) {
        return handle.createQuery(
                        "UPDATE accounts.account SET role = :role WHERE id = :id RETURNING "
                                + COLUMNS)
                .bind("id", id)
                .bind("role", role.name())
                .map((row, context) -> account(row))
                .findOne();
    }

    /**
     * True if someone other than this account is an administrator, and stays one until the
     * transaction ends: two who take each other's role at once do so one after the other.
     */
    boolean hasAdminBeside(Handle handle, long id) {
        return handle
                .createQuery(
                        """
                        SELECT id FROM accounts.account
                        WHERE role = 'ADMIN' ORDER BY id FOR UPDATE
                        """)
                .mapTo(Long.class)
                .list()
                .stream()
                .anyMatch(admin -> admin != id);
    }

    Optional<Long> idOf(Handle handle, String email) {
        return handle.createQuery("SELECT id FROM accounts.account WHERE email = :email")
                .bind("email", email)
                .mapTo(Long.class)
                .findOne();
    }

    /** Whoever was logged in with the old one no longer is. */
    void setPassword(Handle handle, long id, String hash, Instant now) {
        handle.createUpdate("UPDATE accounts.account SET password = :hash WHERE id = :id")
                .bind("hash", hash)
                .bind("id", id)
                .execute();
        endSessions(handle, id, now);
    }

    /** Other servers learn of it within two seconds. */
    void endSessions(Handle handle, long id, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE accounts.session SET ended_at = :now
                        WHERE account = :id AND ended_at IS NULL
                        """)
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Account account(ResultSet row) throws SQLException {
        return Account.of(
                row.getLong("id"),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getTimestamp("created_at").toInstant());
    }

    static long idOf(Account account) {
        return Ids.parse(account.id()).orElseThrow();
    }
}
