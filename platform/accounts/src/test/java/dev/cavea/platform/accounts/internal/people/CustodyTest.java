package dev.cavea.platform.accounts.internal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.TokenSecrets;
import dev.cavea.platform.accounts.internal.people.PeopleResource.RoleGiven;
import dev.cavea.platform.accounts.internal.sessions.Tokens;
import dev.cavea.platform.edge.Problem;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done from outside, by whoever has the machine. */
@Timeout(120)
class CustodyTest extends PeopleScene {

    @Test
    void saysWhatToDoWhenTheAdministratorsAddressIsTaken() {
        here.people.register("admin@example.org", PASSWORD, "Somebody");

        assertThatThrownBy(() -> custody().ensure("admin@example.org", Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("./cavea admin admin@example.org");
        assertThat(custody().promote("admin@example.org")).isTrue();
        assertThat(custody().ensure("admin@example.org", Optional.empty())).isEmpty();
    }

    @Test
    void asksForAFitAddressOnlyWhenAnAdministratorIsMissing() {
        assertThatThrownBy(() -> custody().ensure("admin@my_host", Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cavea.admin.email");
        custody().ensure("admin@example.org", Optional.empty());
        assertThat(custody().ensure("admin@my_host", Optional.empty())).isEmpty();
    }

    @Test
    void holdsAConfiguredPasswordToTheRules() {
        assertThatThrownBy(() -> custody().ensure("admin@example.org", Optional.of("12345678")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cavea.admin.password");
    }

    @Test
    void aNewPasswordFromTheShellEndsTheOldOneAndItsSessions() {
        here.people.register("ada@example.org", PASSWORD, "Ada");
        Tokens before = here.people.signIn("ada@example.org", PASSWORD);

        String made = custody().newPassword("Ada@Example.org").orElseThrow();

        here.sessions.readEnded();
        assertThat(refused(() -> here.me(before)).status()).isEqualTo(401);
        assertThat(refused(() -> here.people.signIn("ada@example.org", PASSWORD)).status())
                .isEqualTo(401);
        assertThat(here.people.signIn("ada@example.org", made)).isNotNull();
        assertThat(custody().newPassword("nobody@example.org")).isEmpty();
    }

    @Test
    void changesOnesOwnPassword() {
        Account ada = here.people.register("ada@example.org", PASSWORD, "Ada");
        Tokens before = here.people.signIn("ada@example.org", PASSWORD);
        Caller caller = here.authenticator.authenticate("Bearer " + before.accessToken());
        String next = "another horse battery";

        assertThat(refused(() -> here.people.changePassword(caller, "wrong one", next)).status())
                .isEqualTo(401);
        assertThat(refused(() -> here.people.changePassword(caller, PASSWORD, "short")).slug())
                .isEqualTo("weak-password");
        Tokens after = here.people.changePassword(caller, PASSWORD, next);

        assertThat(here.me(after)).isEqualTo(ada.id());
        assertThat(refused(() -> here.me(before)).status()).isEqualTo(401);
        assertThat(here.people.signIn("ada@example.org", next)).isNotNull();
    }

    @Test
    void twoAdministratorsWhoDemoteEachOtherAtOnceLeaveOne() throws Exception {
        String one = here.people.register("one@example.org", PASSWORD, "One").id();
        String two = here.people.register("two@example.org", PASSWORD, "Two").id();
        for (int round = 0; round < 10; round++) {
            custody().promote("one@example.org");
            custody().promote("two@example.org");
            SecurityContext admin = new CalledBy(new Caller(7, Role.ADMIN, Long.MAX_VALUE));

            Thread first = Thread.startVirtualThread(() -> demote(admin, two));
            Thread second = Thread.startVirtualThread(() -> demote(admin, one));
            first.join();
            second.join();

            assertThat(
                            database.<Integer, RuntimeException>withHandle(
                                    handle ->
                                            handle.createQuery(
                                                            "SELECT count(*) FROM accounts.account"
                                                                    + " WHERE role = 'ADMIN'")
                                                    .mapTo(Integer.class)
                                                    .one()))
                    .isEqualTo(1);
        }
    }

    private void demote(SecurityContext admin, String other) {
        try {
            here.resource.giveRole(admin, other, new RoleGiven("fan"));
        } catch (Problem refused) {
            assertThat(refused.slug()).isEqualTo("last-admin");
        }
    }

    @Test
    void aNewSecretLogsNobodyOut() {
        Tokens guest = here.sessions.beginGuest();
        here.people.register("ada@example.org", PASSWORD, "Ada");
        Tokens ada = here.people.signIn("ada@example.org", PASSWORD);

        secrets = TokenSecrets.of("a-newer-secret-of-at-least-32-bytes-too", SECRET);
        Server restarted = new Server();

        assertThat(restarted.me(guest)).isEqualTo(here.me(guest));
        assertThat(restarted.me(ada)).isEqualTo(here.me(ada));
        assertThat(restarted.me(restarted.sessions.renew(guest.refreshToken(), _ -> Role.GUEST)))
                .isEqualTo(here.me(guest));
        secrets = TokenSecrets.of("a-newer-secret-of-at-least-32-bytes-too", "");
        assertThat(refused(() -> new Server().me(guest)).status()).isEqualTo(401);
    }
}
