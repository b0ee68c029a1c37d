package dev.cavea.platform.accounts.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Owners;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.TokenSecrets;
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
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AdoptionTest {

    private static final Caller ADA = new Caller(1, Role.FAN, Long.MAX_VALUE);
    private static final Caller BOB = new Caller(2, Role.FAN, Long.MAX_VALUE);
    private static Jdbi database;

    private final Clock clock = Clock.systemUTC();
    private final TokenSecrets secrets =
            TokenSecrets.of("an-example-secret-of-at-least-32-bytes", "");
    private final Revocations revocations = new Revocations(clock);
    private final AccessTokens access = new AccessTokens(secrets, new Ids(clock), clock);
    private final TokenAuthenticator authenticator =
            new TokenAuthenticator(access, revocations, clock);
    private final Sessions sessions =
            new Sessions(
                    new SessionRows(database),
                    access,
                    Signature.derived(secrets, "refresh"),
                    revocations,
                    new Ids(clock),
                    clock);
    private final Owners owners = new Owners(database);
    private final Adoption adoption =
            new Adoption(
                    database,
                    owners,
                    authenticator,
                    sessions,
                    new Audit(database, () -> "192.0.2.1", clock),
                    clock);

    @BeforeAll
    static void startDatabase() {
        database = Jdbi.create(TestPostgres.freshDatabase("accounts", "audit"));
    }

    private Caller caller(Tokens tokens) {
        return authenticator.authenticate("Bearer " + tokens.accessToken());
    }

    private void isRefused(
            String slug, Caller by, @Nullable String refresh, @Nullable String token) {
        assertThatThrownBy(() -> adoption.adopt(by, refresh, token))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug()).isEqualTo(slug));
    }

    @Test
    void aGuestBelongsToTheFirstAccountThatShowsItsToken() {
        Tokens tokens = sessions.beginGuest();
        Caller guest = caller(tokens);
        assertThat(owners.isOwn(ADA, guest.account())).isFalse();
        adoption.adopt(ADA, tokens.refreshToken(), null);
        adoption.adopt(ADA, null, tokens.accessToken());
        assertThat(owners.isOwn(ADA, guest.account())).isTrue();
        assertThat(owners.of(ADA)).contains(ADA.account(), guest.account());
        isRefused("already-adopted", BOB, tokens.refreshToken(), null);
        assertThat(owners.isOwn(BOB, guest.account())).isFalse();
        assertThat(owners.isOwn(guest, guest.account())).isTrue();
        assertThat(owners.isOwn(guest, ADA.account())).isFalse();
        // The guest's own session goes on, for what is under way with it.
        assertThat(sessions.renew(tokens.refreshToken(), _ -> Role.GUEST)).isNotNull();
    }

    @Test
    void onlyAGuestsTokenThatIsStillGoodProvesIt() {
        Tokens fan = sessions.begin(5, _ -> Role.FAN);
        isRefused("invalid-field", ADA, fan.refreshToken(), null);
        isRefused("invalid-field", ADA, null, fan.accessToken());
        isRefused("invalid-field", ADA, "forged", null);
        isRefused("invalid-field", ADA, null, null);
        Tokens guest = sessions.beginGuest();
        Tokens next = sessions.renew(guest.refreshToken(), _ -> Role.GUEST);
        isRefused("invalid-field", ADA, guest.refreshToken(), null);
        sessions.end(next.refreshToken());
        isRefused("invalid-field", ADA, next.refreshToken(), null);
        isRefused("invalid-field", ADA, null, next.accessToken());
    }

    @Test
    void leavesATrail() {
        Tokens tokens = sessions.beginGuest();
        adoption.adopt(BOB, tokens.refreshToken(), null);
        int once = adoptions();
        assertThat(once).isPositive();
        adoption.adopt(BOB, tokens.refreshToken(), null);
        assertThat(adoptions()).isEqualTo(once);
    }

    private static int adoptions() {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT count(*) FROM audit.entry"
                                                + " WHERE act = 'guest-adopted'")
                                .mapTo(Integer.class)
                                .one());
    }

    @Test
    void anAccountAdoptsOnlySoManyGuests() {
        Caller eve = new Caller(3, Role.FAN, Long.MAX_VALUE);
        for (int i = 0; i < Adoption.MOST_GUESTS; i++) {
            adoption.adopt(eve, sessions.beginGuest().refreshToken(), null);
        }
        Tokens more = sessions.beginGuest();
        isRefused("too-many-guests", eve, more.refreshToken(), null);
        assertThat(owners.of(eve)).hasSize(Adoption.MOST_GUESTS + 1);
        adoption.adopt(BOB, more.refreshToken(), null);
    }
}
