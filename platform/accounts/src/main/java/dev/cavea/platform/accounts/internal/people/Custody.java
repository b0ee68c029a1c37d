package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.internal.passwords.Hashing;
import dev.cavea.platform.accounts.internal.passwords.PasswordRules;
import dev.cavea.platform.accounts.internal.people.AccountRows.NewAccount;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.EmailAddress;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Unfit;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Looks after accounts from outside: for whoever has access to the machine, not for callers. */
public final class Custody {

    /** No letters that look alike; four groups of four carry 78 bits. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final long NOBODY = -1;

    private final AccountRows rows;
    private final Hashing hashing;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public Custody(AccountRows rows, Hashing hashing, Audit audit, Clock clock) {
        this.rows = rows;
        this.hashing = hashing;
        this.audit = audit;
        this.clock = clock;
        this.ids = new Ids(clock);
    }

    /** The password, if it was generated here. */
    public Optional<String> ensure(String email, Optional<String> password) {
        if (rows.inTransaction(handle -> rows.hasAdminBeside(handle, NOBODY))) {
            return Optional.empty();
        }
        String address = address(email);
        String chosen = password.map(given -> checked(given, address)).orElseGet(Custody::madeUp);
        NewAccount admin =
                new NewAccount(address, "Administrator", Role.ADMIN, hashing.hash(chosen));
        boolean made = rows.inTransaction(handle -> added(handle, admin));
        if (!made && !rows.inTransaction(handle -> rows.hasAdminBeside(handle, NOBODY))) {
            throw new IllegalStateException(
                    "there is no administrator, and "
                            + address
                            + " already belongs to an account: make that one administrator with"
                            + " `./cavea admin "
                            + address
                            + "`, or set cavea.admin.email to another address");
        }
        return made && password.isEmpty() ? Optional.of(chosen) : Optional.empty();
    }

    private static String address(String configured) {
        try {
            return EmailAddress.parse(configured).mailbox();
        } catch (Unfit unfit) {
            throw new IllegalStateException("cavea.admin.email " + unfit.getMessage(), unfit);
        }
    }

    private static String checked(String password, String address) {
        try {
            return PasswordRules.checked(password, address);
        } catch (Problem weak) {
            throw new IllegalStateException("cavea.admin.password: " + weak.getMessage(), weak);
        }
    }

    private boolean added(Handle handle, NewAccount admin) {
        long id = ids.next();
        boolean added = rows.insert(handle, id, admin, clock.instant());
        if (added) {
            audit.record(
                    handle,
                    AuditEntry.of(Act.REGISTER, "account", id).with("role", Role.ADMIN.word()));
        }
        return added;
    }

    /** The generated password; empty if there is no such account. */
    public Optional<String> newPassword(String email) {
        String made = madeUp();
        String hash = hashing.hash(made);
        boolean isKnown =
                rows.inTransaction(
                        handle ->
                                idOf(handle, email)
                                        .map(id -> changedPassword(handle, id, hash))
                                        .isPresent());
        return isKnown ? Optional.of(made) : Optional.empty();
    }

    private Optional<Long> idOf(Handle handle, String email) {
        return AddressForms.of(email).stream()
                .map(form -> rows.idOf(handle, form))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private long changedPassword(Handle handle, long id, String hash) {
        rows.setPassword(handle, id, hash, clock.instant());
        audit.record(handle, AuditEntry.of(Act.PASSWORD_CHANGED, "account", id));
        return id;
    }

    /** False if there is no such account. */
    public boolean promote(String email) {
        return rows.inTransaction(
                handle -> idOf(handle, email).map(id -> promoted(handle, id)).isPresent());
    }

    private long promoted(Handle handle, long id) {
        rows.setRole(handle, id, Role.ADMIN);
        rows.endSessions(handle, id, clock.instant());
        audit.record(
                handle,
                AuditEntry.of(Act.ROLE_CHANGED, "account", id).with("role", Role.ADMIN.word()));
        return id;
    }

    private static String madeUp() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            password.append(i > 0 && i % GROUP == 0 ? "-" : "");
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
