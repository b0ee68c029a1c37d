package dev.cavea.platform.accounts.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.internal.passwords.Hashing;
import dev.cavea.platform.accounts.internal.people.PeopleResource.RoleGiven;
import dev.cavea.platform.accounts.internal.sessions.Tokens;
import dev.cavea.platform.audit.AuditRecord;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.PageParameters;
import dev.cavea.platform.edge.Problem;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class PeopleTest extends PeopleScene {

    @Test
    void registersAndLetsIn() {
        Account ada = here.people.register(" Ada@Example.ORG ", PASSWORD, " Ada ");
        assertThat(ada.email()).isEqualTo("ada@example.org");
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.role()).isEqualTo("fan");
        Tokens tokens = here.people.signIn("ADA@example.org", PASSWORD);
        assertThat(tokens.tokenType()).isEqualTo("Bearer");
        assertThat(tokens.expiresIn()).isEqualTo(3_600);
        assertThat(here.me(tokens)).isEqualTo(ada.id());
    }

    @Test
    void refusesATakenAddressInAnyCase() {
        here.people.register("ada@example.org", PASSWORD, "Ada");
        Problem problem = refused(() -> here.people.register("ADA@example.org", PASSWORD, "Other"));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.slug()).isEqualTo("email-taken");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@@example.org",
                "a b@example.org",
                "ada@.org",
                "ada@example.",
                "ada@ex..org",
                "<ada@example.org>",
                "ada@\u0000.org",
                "eve,ada@example.org",
                "ad\u200ba@example.org",
                "üñï@example.org",
                "\ud83d@example.org"
            })
    void refusesWhatIsNoAddress(String email) {
        Problem problem = refused(() -> here.people.register(email, PASSWORD, "Ada"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.document()).containsEntry("field", "email");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "A\u0000", "A\r\nB", "A\u202eB", "\ud83d", "\u200b"})
    void refusesANameThatIsNoText(String name) {
        Problem problem = refused(() -> here.people.register("ada@example.org", PASSWORD, name));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.document()).containsEntry("field", "name");
        assertThat(rows.credentials("ada@example.org")).isEmpty();
    }

    @Test
    void knowsAnInternationalDomainInBothItsForms() {
        Account ada = here.people.register("ada@Bücher.example", PASSWORD, "Ada");
        assertThat(ada.email()).isEqualTo("ada@xn--bcher-kva.example");
        for (String form : List.of("ada@bücher.example", "ADA@xn--bcher-kva.example")) {
            assertThat(here.me(here.people.signIn(form, PASSWORD))).isEqualTo(ada.id());
        }
    }

    @Test
    void stillKnowsAnAddressAsTheFirstVersionWroteIt() {
        Account ada = here.people.register("ada@example.org", PASSWORD, "Ada");
        for (String old : List.of("ada@bücher.example", "a@my_host", "ä@example.org")) {
            database.useHandle(
                    handle -> handle.execute("UPDATE accounts.account SET email = ?", old));
            Tokens tokens = here.people.signIn(" " + old.toUpperCase(Locale.ROOT), PASSWORD);
            assertThat(here.me(tokens)).isEqualTo(ada.id());
            assertThat(custody().newPassword(old)).isPresent();
            database.useHandle(
                    handle ->
                            handle.execute(
                                    "UPDATE accounts.account SET password = ?",
                                    new Hashing().hash(PASSWORD)));
        }
    }

    @Test
    void doesNotGiveAnAddressTwiceInItsOldForm() {
        here.people.register("ada@example.org", PASSWORD, "Ada");
        database.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE accounts.account SET email = ?", "ada@bücher.example"));
        assertThat(
                        refused(() -> here.people.register("ada@Bücher.example", PASSWORD, "Eve"))
                                .slug())
                .isEqualTo("email-taken");
    }

    @Test
    void answersWhatIsNoAddressLikeAWrongPassword() {
        for (String none : List.of("a\u0000@example.org", "ada", "a,b@example.org")) {
            Problem problem = refused(() -> here.people.signIn(none, PASSWORD));
            assertThat(problem.slug()).isEqualTo("unauthorized");
        }
    }

    @Test
    void answersAnUnknownAddressLikeAWrongPassword() {
        here.people.register("ada@example.org", PASSWORD, "Ada");
        Problem wrong = refused(() -> here.people.signIn("ada@example.org", "wrong horse"));
        Problem unknown = refused(() -> here.people.signIn("bob@example.org", "wrong horse"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.document()).isEqualTo(wrong.document());
        assertThat(unknown.headers()).isEqualTo(wrong.headers());
    }

    @Test
    void slowsAnAccountDownAfterFiveWrongPasswordsAlsoOnAnotherServer() {
        here.people.register("ada@example.org", PASSWORD, "Ada");
        fail(here, "ada@example.org", 5);
        Problem slow = refused(() -> new Server().people.signIn("ada@example.org", PASSWORD));
        assertThat(slow.status()).isEqualTo(429);
        assertThat(slow.headers()).containsEntry("Retry-After", "16");
        time.updateAndGet(now -> now.plusSeconds(15));
        assertThat(here.people.signIn("ada@example.org", PASSWORD)).isNotNull();
        // The count started over.
        fail(here, "ada@example.org", 4);
        assertThat(here.people.signIn("ada@example.org", PASSWORD)).isNotNull();
    }

    @Test
    void slowsAnUnknownAddressDownAlike() {
        fail(here, "nobody@example.org", 5);
        assertThat(refused(() -> here.people.signIn("nobody@example.org", "x")).status())
                .isEqualTo(429);
        time.updateAndGet(now -> now.plusSeconds(15));
        fail(here, "nobody@example.org", 1);
        time.updateAndGet(now -> now.plusSeconds(15));
        assertThat(refused(() -> here.people.signIn("nobody@example.org", "x")).headers())
                .containsEntry("Retry-After", "16");
    }

    @Test
    void renewsASessionWithTheNewestTokenOnly() {
        here.people.register("ada@example.org", PASSWORD, "Ada");
        Tokens first = here.people.signIn("ada@example.org", PASSWORD);
        Tokens second = here.people.renew(first.refreshToken());
        Tokens third = here.people.renew(second.refreshToken());
        assertThat(here.me(third)).isEqualTo(here.me(first));
        assertThat(reason(() -> here.people.renew(first.refreshToken()))).isEqualTo("reused");
        // The whole family is gone, and its access tokens with it.
        assertThat(refused(() -> here.people.renew(third.refreshToken())).status()).isEqualTo(401);
        assertThat(reason(() -> here.me(third))).isEqualTo("revoked");
        assertThat(refused(() -> new Server().people.renew(third.refreshToken())).status())
                .isEqualTo(401);
    }

    @Test
    void refusesInventedAndExpiredRefreshTokens() {
        here.people.register("ada@example.org", PASSWORD, "Ada");
        Tokens tokens = here.people.signIn("ada@example.org", PASSWORD);
        String own = tokens.refreshToken();
        String changed = (own.charAt(3) == 'A' ? "B" : "A") + own.substring(1);
        for (String bad : List.of("", "x", "!", own + "AA", changed, tokens.accessToken())) {
            assertThat(refused(() -> here.people.renew(bad)).status()).isEqualTo(401);
        }
        time.updateAndGet(now -> now.plus(Duration.ofDays(31)));
        assertThat(reason(() -> here.people.renew(own))).isEqualTo("expired");
    }

    @Test
    void endsASessionHereAtOnceAndElsewhereWithTheNextLook() {
        Server there = new Server();
        Tokens guest = here.sessions.beginGuest();
        there.me(guest);
        here.sessions.end(guest.refreshToken());
        assertThat(reason(() -> here.me(guest))).isEqualTo("revoked");
        there.sessions.readEnded();
        assertThat(reason(() -> there.me(guest))).isEqualTo("revoked");
        assertThat(refused(() -> there.people.renew(guest.refreshToken())).status()).isEqualTo(401);
    }

    @Test
    void knowsAfterARestartWhichSessionsHadEnded() {
        Tokens guest = here.sessions.beginGuest();
        here.sessions.end(guest.refreshToken());
        time.updateAndGet(now -> now.plus(Duration.ofMinutes(30)));
        Server restarted = new Server();
        restarted.sessions.readEnded();
        assertThat(reason(() -> restarted.me(guest))).isEqualTo("revoked");
    }

    @Test
    void makesAGuestWithoutARowUntilItComesBack() {
        Tokens guest = here.sessions.beginGuest();
        assertThat(sessionsKept()).isZero();
        Account me = here.me("Bearer " + guest.accessToken());
        assertThat(me.role()).isEqualTo("guest");
        assertThat(me.email()).isNull();
        Tokens next = here.people.renew(guest.refreshToken());
        assertThat(here.me(next)).isEqualTo(me.id());
        assertThat(sessionsKept()).isEqualTo(1);
        assertThat(reason(() -> here.people.renew(guest.refreshToken()))).isEqualTo("reused");
        assertThat(refused(() -> here.people.renew(next.refreshToken())).status()).isEqualTo(401);
    }

    @Test
    void makesTheFirstAdministratorOnceAndShowsAMadeUpPasswordOnce() {
        Custody first = custody();
        String madeUp = first.ensure("admin@localhost", Optional.empty()).orElseThrow();
        assertThat(madeUp).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(first.ensure("admin@localhost", Optional.empty())).isEmpty();
        assertThat(first.ensure("other@localhost", Optional.of("chosen password"))).isEmpty();
        assertThat(here.people.signIn("admin@localhost", madeUp)).isNotNull();
        assertThat(refused(() -> here.people.signIn("other@localhost", "chosen password")).status())
                .isEqualTo(401);
    }

    @Test
    void givesARoleAndEndsTheSessionsOfTheOldOne() {
        SecurityContext admin = here.as(admin());
        Account ada = here.people.register("ada@example.org", PASSWORD, "Ada");
        Tokens old = here.people.signIn("ada@example.org", PASSWORD);
        Account changed = here.resource.giveRole(admin, ada.id(), new RoleGiven("organiser"));
        assertThat(changed.role()).isEqualTo("organiser");
        assertThat(reason(() -> here.me(old))).isEqualTo("revoked");
        Tokens fresh = here.people.signIn("ada@example.org", PASSWORD);
        assertThat(here.authenticator.authenticate("Bearer " + fresh.accessToken()).role())
                .isEqualTo(Role.ORGANISER);
    }

    @Test
    void refusesRolesThatCannotBeGiven() {
        SecurityContext admin = here.as(admin());
        Account ada = here.people.register("ada@example.org", PASSWORD, "Ada");
        for (String role : new String[] {null, "", "guest", "FAN", "root"}) {
            assertThat(
                            refused(
                                            () ->
                                                    here.resource.giveRole(
                                                            admin, ada.id(), new RoleGiven(role)))
                                    .status())
                    .isEqualTo(422);
        }
        assertThat(
                        refused(() -> here.resource.giveRole(admin, "nobody", new RoleGiven("fan")))
                                .slug())
                .isEqualTo("unknown-account");
    }

    @Test
    void leavesTheLastAdministratorInCharge() {
        SecurityContext admin = here.as(admin());
        String id = here.resource.me(admin).id();
        assertThat(refused(() -> here.resource.giveRole(admin, id, new RoleGiven("fan"))).slug())
                .isEqualTo("last-admin");
    }

    @Test
    void listsAllAccountsPageByPage() {
        admin();
        // Ids of one moment, given by two, are in any order.
        time.updateAndGet(now -> now.plusSeconds(1));
        for (int i = 0; i < 4; i++) {
            AccountRows.NewAccount fan =
                    new AccountRows.NewAccount("fan" + i + "@example.org", "Fan", Role.FAN, "-");
            rows.inTransaction(
                    handle -> rows.insert(handle, here.ids.next(), fan, clock.instant()));
        }
        List<String> seen = new ArrayList<>();
        PageParameters asked = new PageParameters();
        asked.limit = "2";
        do {
            Page<Account> page = here.resource.list(asked);
            page.items().forEach(account -> seen.add(account.email()));
            asked.cursor = page.nextCursor();
        } while (asked.cursor != null);
        assertThat(seen)
                .containsExactly(
                        "admin@localhost",
                        "fan0@example.org",
                        "fan1@example.org",
                        "fan2@example.org",
                        "fan3@example.org");
    }

    @Test
    void leavesATrailOfWhoCameInWhoDidNotAndWhoGaveARole() {
        SecurityContext admin = here.as(admin());
        Account ada = here.people.register("ada@example.org", PASSWORD, "Ada");
        here.people.signIn("ada@example.org", PASSWORD);
        fail(here, "ada@example.org", 5);
        fail(here, "nobody@example.org", 1);
        here.resource.giveRole(admin, ada.id(), new RoleGiven("gate"));
        List<AuditRecord> ofAda = trail(null, ada.id());
        assertThat(ofAda)
                .extracting(AuditRecord::what)
                .containsExactly(
                        "role-changed",
                        "log-in-slowed",
                        "log-in-failed",
                        "log-in-failed",
                        "log-in-failed",
                        "log-in-failed",
                        "log-in-failed",
                        "log-in",
                        "register");
        assertThat(ofAda).extracting(AuditRecord::address).containsOnly("192.0.2.1");
        AuditRecord given = ofAda.getFirst();
        assertThat(given.account()).isEqualTo(here.resource.me(admin).id());
        assertThat(given.before()).hasToString("{\"role\":\"fan\"}");
        assertThat(given.after()).hasToString("{\"role\":\"gate\"}");
        assertThat(trail("log-in-failed", "unknown")).hasSize(1);
        assertThat(trail(null, null)).noneMatch(entry -> entry.toString().contains("example.org"));
    }

    @Test
    void refusesToSearchForAnActThatThereIsNot() {
        assertThat(refused(() -> trail("flew", null)).slug()).isEqualTo("invalid-field");
    }

    private List<AuditRecord> trail(String what, String subject) {
        AuditParameters query = new AuditParameters();
        query.what = what;
        query.subject = subject;
        PageParameters asked = new PageParameters();
        asked.limit = "200";
        return new AuditResource(audit).search(query, asked).items();
    }

    private String admin() {
        custody().ensure("admin@localhost", Optional.of("admin password"));
        return "Bearer " + here.people.signIn("admin@localhost", "admin password").accessToken();
    }

    private static void fail(Server server, String email, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(refused(() -> server.people.signIn(email, "wrong horse")).status())
                    .isEqualTo(401);
        }
    }

    private static int sessionsKept() {
        return database.withHandle(
                handle ->
                        handle.createQuery("SELECT count(*) FROM accounts.session")
                                .mapTo(Integer.class)
                                .one());
    }

    private static Object reason(ThrowingCallable call) {
        return refused(call).document().get("reason");
    }
}
