package dev.cavea.platform.accounts;

import dev.cavea.platform.accounts.internal.passwords.Hashing;
import dev.cavea.platform.accounts.internal.people.AccountRows;
import dev.cavea.platform.accounts.internal.people.Custody;
import dev.cavea.platform.audit.Audit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * What whoever runs the server may do to accounts without having one: create the first
 * administrator, make another one, set a new password. Blocks: for start-up and the command line.
 */
@Singleton
public final class AdminAccount {

    private final Custody custody;

    public AdminAccount(Jdbi database, Audit audit, Clock clock) {
        this.custody = new Custody(new AccountRows(database), new Hashing(), audit, clock);
    }

    /**
     * A generated password that must be shown to whoever asked: it is kept nowhere in readable
     * form.
     */
    public record Generated(String email, String password) {}

    /**
     * Creates the administrator unless there is one; an existing one is left unchanged, whatever
     * the configuration says.
     *
     * @param password empty to have one generated
     * @return the generated password, on the first start only
     * @throws IllegalStateException if there is no administrator and none can be created, saying
     *     what to do
     */
    public Optional<Generated> ensure(String email, Optional<String> password) {
        return custody.ensure(email, password).map(made -> new Generated(email, made));
    }

    /**
     * Gives the account a new password and ends its sessions. Empty if there is no such account.
     */
    public Optional<Generated> newPassword(String email) {
        return custody.newPassword(email).map(made -> new Generated(email, made));
    }

    /** Makes the account an administrator; false if there is none with this address. */
    public boolean promote(String email) {
        return custody.promote(email);
    }
}
