package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.internal.passwords.Hashing;
import dev.cavea.platform.accounts.internal.passwords.PasswordRules;
import dev.cavea.platform.accounts.internal.passwords.SlowDown;
import dev.cavea.platform.accounts.internal.people.AccountRows.Credentials;
import dev.cavea.platform.accounts.internal.people.AccountRows.NewAccount;
import dev.cavea.platform.accounts.internal.sessions.Sessions;
import dev.cavea.platform.accounts.internal.sessions.Tokens;
import dev.cavea.platform.accounts.internal.sessions.Unauthorized;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers people and lets them in. */
public final class People {

    private static final int LONGEST_NAME = 200;

    private final AccountRows rows;
    private final Hashing hashing;
    private final SlowDown slowDown;
    private final Sessions sessions;
    private final Ids ids;
    private final Clock clock;

    public People(
            AccountRows rows,
            Hashing hashing,
            SlowDown slowDown,
            Sessions sessions,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.hashing = hashing;
        this.slowDown = slowDown;
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    Account register(@Nullable String email, @Nullable String password, @Nullable String name) {
        Check check = new Check();
        String address = Email.checked(check, "email", email);
        String shown = check.text("name", name, LONGEST_NAME);
        check.orThrow();
        String good = PasswordRules.checked(password, address);
        // Asked before the hash is made too: a taken address must not cost a hash.
        if (rows.credentials(address).isPresent()) {
            throw taken(address);
        }
        NewAccount account = new NewAccount(address, shown, Role.FAN, hashing.hash(good));
        long id = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!rows.insert(id, account, now)) {
            throw taken(address);
        }
        return Account.of(id, address, shown, Role.FAN, now);
    }

    Tokens signIn(@Nullable String email, @Nullable String password) {
        Check check = new Check();
        check.present("email", email, "an e-mail address");
        check.present("password", password, "a text");
        check.orThrow();
        String address = Email.normal(String.valueOf(email));
        slowDown.check(address);
        Optional<Credentials> known = rows.credentials(address);
        // Looked at again when it is this password's turn: those who waited together count, too.
        boolean right =
                hashing.verify(
                        String.valueOf(password),
                        known.map(Credentials::password).orElse(null),
                        () -> slowDown.check(address));
        if (!right || known.isEmpty()) {
            slowDown.failed(address);
            throw Unauthorized.CREDENTIALS.problem();
        }
        slowDown.passed(address);
        return sessions.begin(known.get().id(), known.get().role());
    }

    Tokens renew(String refreshToken) {
        return sessions.renew(refreshToken, this::roleOf);
    }

    private Role roleOf(long id) {
        return rows.find(id)
                .map(account -> Role.valueOf(account.role().toUpperCase(java.util.Locale.ROOT)))
                .orElseThrow(Unauthorized.REVOKED::problem);
    }

    private static Problem taken(String address) {
        return new Problem(
                        409,
                        "email-taken",
                        "There is an account with this address",
                        "Sign in, or register with another e-mail address.")
                .with("email", address);
    }
}
