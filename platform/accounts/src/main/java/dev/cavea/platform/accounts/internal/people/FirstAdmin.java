package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.internal.passwords.Hashing;
import dev.cavea.platform.accounts.internal.people.AccountRows.NewAccount;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.kernel.EmailAddress;
import dev.cavea.platform.kernel.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes the first administrator. */
public final class FirstAdmin {

    /** No letter that is taken for another; four groups of four carry 78 bits. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final long NOBODY = -1;

    private final AccountRows rows;
    private final Hashing hashing;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    public FirstAdmin(AccountRows rows, Hashing hashing, Audit audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.hashing = hashing;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The password if it was made up here. */
    public Optional<String> ensure(String email, Optional<String> password) {
        if (rows.hasAdminBeside(NOBODY)) {
            return Optional.empty();
        }
        String chosen = password.orElseGet(FirstAdmin::madeUp);
        NewAccount admin =
                new NewAccount(
                        EmailAddress.parse(email).mailbox(),
                        "Administrator",
                        Role.ADMIN,
                        hashing.hash(chosen));
        boolean made = rows.inTransaction(handle -> added(handle, admin));
        return made && password.isEmpty() ? Optional.of(chosen) : Optional.empty();
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
