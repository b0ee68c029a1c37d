package dev.cavea.platform.accounts;

import dev.cavea.platform.accounts.internal.passwords.Hashing;
import dev.cavea.platform.accounts.internal.people.AccountRows;
import dev.cavea.platform.accounts.internal.people.FirstAdmin;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.kernel.Ids;
import java.time.Clock;
import java.util.Optional;

/** The first administrator, made when there is none. */
public final class AdminAccount {

    private final FirstAdmin first;

    public AdminAccount(AccountRows rows, Hashing hashing, Audit audit, Ids ids, Clock clock) {
        this.first = new FirstAdmin(rows, hashing, audit, ids, clock);
    }

    /**
     * A password that was made up and must be shown to whoever started the server: it is kept
     * nowhere in readable form.
     */
    public record Generated(String email, String password) {}

    /**
     * Makes the administrator unless there is one; an existing one is left as it is, whatever the
     * configuration says.
     *
     * @param password empty to have one made up
     * @return the made-up password, on the first start only
     */
    public Optional<Generated> ensure(String email, Optional<String> password) {
        return first.ensure(email, password).map(made -> new Generated(email, made));
    }
}
