package dev.cavea.platform.accounts;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Whose a thing is. What a guest made stays the guest's wherever it is written down; an account
 * that has adopted the guest owns it too. This is the one place that knows of adoptions.
 */
@Singleton
public final class Owners {

    private final Jdbi database;

    public Owners(Jdbi database) {
        this.database = database;
    }

    /** Whether the caller owns what belongs to this account or guest. */
    public boolean isOwn(Caller caller, long owner) {
        return owner == caller.account()
                || (caller.role() != Role.GUEST
                        && database.withHandle(handle -> adoptedBy(handle, owner))
                                .filter(account -> account == caller.account())
                                .isPresent());
    }

    /** The caller, and the guests that the caller has adopted. */
    public List<Long> of(Caller caller) {
        List<Long> owners = new ArrayList<>(List.of(caller.account()));
        if (caller.role() != Role.GUEST) {
            owners.addAll(
                    database.withHandle(
                            handle ->
                                    handle.createQuery(
                                                    """
                                                    SELECT guest FROM accounts.adoption
                                                    WHERE account = :account
                                                    """)
                                            .bind("account", caller.account())
                                            .mapTo(Long.class)
                                            .list()));
        }
        return owners;
    }

    /**
     * For good: a guest has one account at most.
     *
     * @return false if the guest belonged to an account already, this one or another
     */
    public boolean adopt(Handle handle, long guest, long account, Instant now) {
        return handle.createUpdate(
                                """
                        INSERT INTO accounts.adoption (guest, account, adopted_at)
                        VALUES (:guest, :account, :now) ON CONFLICT (guest) DO NOTHING
                        """)
                        .bind("guest", guest)
                        .bind("account", account)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** How many guests this account has adopted. */
    public int adopted(Handle handle, long account) {
        return handle.createQuery("SELECT count(*) FROM accounts.adoption WHERE account = :account")
                .bind("account", account)
                .mapTo(Integer.class)
                .one();
    }

    /** The account that has adopted this guest, if any. */
    public Optional<Long> adoptedBy(Handle handle, long guest) {
        return handle.createQuery("SELECT account FROM accounts.adoption WHERE guest = :guest")
                .bind("guest", guest)
                .mapTo(Long.class)
                .findOne();
    }
}
