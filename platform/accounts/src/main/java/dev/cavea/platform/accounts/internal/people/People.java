package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.internal.passwords.Hashing;
import dev.cavea.platform.accounts.internal.passwords.PasswordRules;
import dev.cavea.platform.accounts.internal.passwords.SlowDown;
import dev.cavea.platform.accounts.internal.people.AccountRows.Credentials;
import dev.cavea.platform.accounts.internal.people.AccountRows.NewAccount;
import dev.cavea.platform.accounts.internal.sessions.Sessions;
import dev.cavea.platform.accounts.internal.sessions.Tokens;
import dev.cavea.platform.accounts.internal.sessions.Unauthorized;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Registers people and lets them in. */
@Singleton
public final class People {

    private static final int LONGEST_NAME = 200;

    private final AccountRows rows;
    private final Hashing hashing;
    private final SlowDown slowDown;
    private final Sessions sessions;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    public People(
            AccountRows rows,
            Hashing hashing,
            SlowDown slowDown,
            Sessions sessions,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.hashing = hashing;
        this.slowDown = slowDown;
        this.sessions = sessions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    Account register(@Nullable String email, @Nullable String password, @Nullable String name) {
        Check check = new Check();
        String address = check.email("email", email).mailbox();
        String shown = check.line("name", name, LONGEST_NAME);
        check.orThrow();
        String good = PasswordRules.checked(password, address);
        // Also asked before hashing: a taken address must not cost a hash.
        if (credentials(AddressForms.of(String.valueOf(email))).isPresent()) {
            throw taken(address);
        }
        NewAccount account = new NewAccount(address, shown, Role.FAN, hashing.hash(good));
        long id = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!rows.inTransaction(handle -> added(handle, id, account, now))) {
            throw taken(address);
        }
        return Account.of(id, address, shown, Role.FAN, now);
    }

    private boolean added(Handle handle, long id, NewAccount account, Instant now) {
        boolean added = rows.insert(handle, id, account, now);
        if (added) {
            audit.record(
                    handle, AuditEntry.of(Act.REGISTER, "account", id).by(id, Role.FAN.word()));
        }
        return added;
    }

    Tokens signIn(@Nullable String email, @Nullable String password) {
        Check check = new Check();
        check.present("email", email, "an e-mail address");
        check.present("password", password, "a text");
        check.orThrow();
        List<String> forms = AddressForms.of(String.valueOf(email));
        if (forms.isEmpty()) {
            // What cannot be an address has no account, and gets the same answer.
            throw Unauthorized.CREDENTIALS.problem();
        }
        String address = forms.getFirst();
        slowDown.check(address);
        Optional<Credentials> known = credentials(forms);
        // Checked again when it is this password's turn: those that waited together count, too.
        boolean right =
                hashing.verify(
                        String.valueOf(password),
                        known.map(Credentials::password).orElse(null),
                        () -> slowDown.check(address));
        if (!right || known.isEmpty()) {
            failed(address, known);
            throw Unauthorized.CREDENTIALS.problem();
        }
        slowDown.passed(address);
        Credentials account = known.get();
        audit.record(
                AuditEntry.of(Act.LOG_IN, "account", account.id())
                        .by(account.id(), account.role().word()));
        return sessions.begin(account.id(), this::roleOf);
    }

    /** An attempt at an address without an account names no account, and no address. */
    private void failed(String address, Optional<Credentials> known) {
        String subject = known.map(account -> Ids.text(account.id())).orElse("unknown");
        audit.recordStranger(AuditEntry.of(Act.LOG_IN_FAILED, "account", subject));
        Duration pause = slowDown.failed(address);
        if (!pause.isZero()) {
            audit.recordStranger(
                    AuditEntry.of(Act.LOG_IN_SLOWED, "account", subject)
                            .with("seconds", pause.toSeconds()));
        }
    }

    private Optional<Credentials> credentials(List<String> forms) {
        return forms.stream().map(rows::credentials).flatMap(Optional::stream).findFirst();
    }

    /** Changes the caller's own password; all sessions end, and a new one begins. */
    Tokens changePassword(Caller caller, @Nullable String current, @Nullable String next) {
        Account account = rows.find(caller.account()).orElseThrow(Unauthorized.REVOKED::problem);
        String address = String.valueOf(account.email());
        new Check().present("currentPassword", current, "your current password").orThrow();
        signIn(address, current);
        String good = PasswordRules.checked(next, address);
        String hash = hashing.hash(good);
        rows.inTransaction(
                handle -> {
                    rows.setPassword(handle, caller.account(), hash, clock.instant());
                    audit.record(
                            handle,
                            AuditEntry.of(Act.PASSWORD_CHANGED, "account", caller.account())
                                    .by(caller.account(), caller.role().word()));
                    return hash;
                });
        // Their end is in the database; this server knows it at once.
        sessions.readEnded();
        return sessions.begin(caller.account(), this::roleOf);
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
                        "This address already has an account",
                        "Sign in, or register with another e-mail address.")
                .with("email", address);
    }
}
