package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Owners;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.internal.sessions.Sessions;
import dev.cavea.platform.accounts.internal.sessions.TokenAuthenticator;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gives an account what its owner bought as a guest. */
@Singleton
public class Adoption {

    /** Each makes every look at the account's bookings a little longer. */
    static final int MOST_GUESTS = 100;

    private final Jdbi database;
    private final Owners owners;
    private final TokenAuthenticator authenticator;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    public Adoption(
            Jdbi database,
            Owners owners,
            TokenAuthenticator authenticator,
            Sessions sessions,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.owners = owners;
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Either token proves that the guest is who calls; the same call again changes nothing.
     *
     * @throws Problem 409 {@code already-adopted}; 422 {@code invalid-field} or {@code
     *     too-many-guests}
     */
    void adopt(Caller caller, @Nullable String refreshToken, @Nullable String accessToken) {
        OptionalLong guest =
                refreshToken != null || accessToken == null
                        ? byRefreshToken(refreshToken)
                        : byAccessToken(accessToken);
        new Check()
                .that(
                        refreshToken != null || accessToken == null
                                ? "refreshToken"
                                : "accessToken",
                        guest.isPresent(),
                        "is no token of a guest, or not good any more",
                        "a guest's refreshToken or accessToken")
                .orThrow();
        database.useTransaction(handle -> adopt(handle, caller, guest.getAsLong()));
    }

    private void adopt(Handle handle, Caller caller, long guest) {
        if (!owners.adopt(handle, guest, caller.account(), clock.instant())) {
            requireOwn(handle, caller, guest);
            return;
        }
        if (owners.adopted(handle, caller.account()) > MOST_GUESTS) {
            throw new Problem(
                    422,
                    "too-many-guests",
                    "This account has adopted too many guests",
                    "An account adopts at most " + MOST_GUESTS + " guests.");
        }
        audit.record(
                handle,
                AuditEntry.of(Act.GUEST_ADOPTED, "account", caller.account())
                        .by(caller.account(), caller.role().word())
                        .with("guest", Ids.text(guest)));
    }

    private void requireOwn(Handle handle, Caller caller, long guest) {
        if (owners.adoptedBy(handle, guest).orElseThrow() != caller.account()) {
            throw new Problem(
                    409,
                    "already-adopted",
                    "Another account has this guest's bookings",
                    "What was bought as this guest belongs to another account already.");
        }
    }

    private OptionalLong byRefreshToken(@Nullable String token) {
        if (token == null) {
            return OptionalLong.empty();
        }
        try {
            return sessions.guest(token);
        } catch (Problem unknown) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong byAccessToken(String token) {
        try {
            Caller guest = authenticator.authenticate("Bearer " + token);
            return guest.role() == Role.GUEST
                    ? OptionalLong.of(guest.account())
                    : OptionalLong.empty();
        } catch (Problem refused) {
            return OptionalLong.empty();
        }
    }
}
