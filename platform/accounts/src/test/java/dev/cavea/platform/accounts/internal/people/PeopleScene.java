package dev.cavea.platform.accounts.internal.people;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.TokenSecrets;
import dev.cavea.platform.accounts.internal.passwords.Hashing;
import dev.cavea.platform.accounts.internal.passwords.SlowDown;
import dev.cavea.platform.accounts.internal.sessions.AccessTokens;
import dev.cavea.platform.accounts.internal.sessions.Revocations;
import dev.cavea.platform.accounts.internal.sessions.SessionRows;
import dev.cavea.platform.accounts.internal.sessions.Sessions;
import dev.cavea.platform.accounts.internal.sessions.Signature;
import dev.cavea.platform.accounts.internal.sessions.TokenAuthenticator;
import dev.cavea.platform.accounts.internal.sessions.Tokens;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.TestPostgres;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Accounts on a real database, and servers that share it. */
abstract class PeopleScene {

    static final String SECRET = "an-example-secret-of-at-least-32-bytes";
    static final String PASSWORD = "correct horse battery";
    static Jdbi database;

    final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    final Clock clock = ((InstantSource) time::get).withZone(ZoneOffset.UTC);
    TokenSecrets secrets = TokenSecrets.of(SECRET, "");
    final Audit audit = new Audit(database, () -> "192.0.2.1", clock);
    AccountRows rows;
    Server here;

    @BeforeAll
    static void startDatabase() {
        database = Jdbi.create(TestPostgres.freshDatabase("accounts", "audit"));
    }

    @BeforeEach
    void start() {
        database.useHandle(
                handle ->
                        handle.execute(
                                "TRUNCATE accounts.account, accounts.session,"
                                        + " accounts.wrong_password"));
        rows = new AccountRows(database);
        here = new Server();
    }

    /** One server's parts; two of them share the database and the secret. */
    final class Server {
        final Ids ids = new Ids(clock);
        final Revocations revocations = new Revocations(clock);
        final AccessTokens access = new AccessTokens(secrets, ids, clock);
        final TokenAuthenticator authenticator = new TokenAuthenticator(access, revocations, clock);
        final Sessions sessions =
                new Sessions(
                        new SessionRows(database),
                        access,
                        Signature.derived(secrets, "refresh"),
                        revocations,
                        ids,
                        clock);
        final People people =
                new People(
                        rows,
                        new Hashing(),
                        new SlowDown(database, clock),
                        sessions,
                        audit,
                        ids,
                        clock);
        final PeopleResource resource = new PeopleResource(rows, sessions, audit);

        String me(Tokens tokens) {
            return me("Bearer " + tokens.accessToken()).id();
        }

        Account me(String authorization) {
            return resource.me(as(authorization));
        }

        SecurityContext as(String authorization) {
            return new CalledBy(authenticator.authenticate(authorization));
        }
    }

    /** A request that has passed the gate. */
    record CalledBy(Caller getUserPrincipal) implements SecurityContext {
        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }

    Custody custody() {
        return new Custody(rows, new Hashing(), audit, clock);
    }

    static Problem refused(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }
}
