package dev.cavea.app;

import dev.cavea.platform.accounts.AdminAccount;
import dev.cavea.platform.accounts.TokenSecrets;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.storage.DatabaseAddress;
import dev.cavea.platform.storage.EmbeddedDatabase;
import dev.cavea.platform.storage.QuietJdbi;
import dev.cavea.platform.tickets.TicketKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * What whoever has the machine can do without logging in: a new password, another administrator,
 * new keys. The first two work beside a running server, too.
 */
final class ShellVerbs {

    static final Set<String> ALL = Set.of("password", "admin", "keys");

    private ShellVerbs() {}

    /** Does it and says what it did; throws {@link StartFailure} with what to do instead. */
    static void run(String[] arguments, Map<String, String> environment) {
        if (arguments.length < 2 || arguments[1].startsWith("--")) {
            throw new StartFailure(
                    "it reads: password EMAIL, admin EMAIL, or keys rotate; then --data DIR or"
                            + " --config FILE as for up");
        }
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        rest[0] = "up";
        Settings settings = CommandLine.read(rest, environment);
        String what = arguments[1];
        switch (arguments[0]) {
            case "password" -> Cavea.say(withAccounts(settings, all -> newPassword(all, what)));
            case "admin" -> Cavea.say(withAccounts(settings, all -> promote(all, what)));
            default -> rotate(settings, what);
        }
    }

    private static String newPassword(AdminAccount accounts, String email) {
        return accounts.newPassword(email)
                .map(
                        made ->
                                ("%s has the password %s from now on (shown only this once);"
                                                + " its sessions have ended")
                                        .formatted(made.email(), made.password()))
                .orElseThrow(() -> unknown(email));
    }

    private static String promote(AdminAccount accounts, String email) {
        if (!accounts.promote(email)) {
            throw unknown(email);
        }
        return email + " is an administrator from the next log-in on";
    }

    private static StartFailure unknown(String email) {
        return new StartFailure("nobody has an account with the address " + email);
    }

    private static void rotate(Settings settings, String what) {
        if (!what.equals("rotate")) {
            throw new StartFailure("keys can only be rotated: keys rotate [--data DIR]");
        }
        try (DataFolder folder = DataFolder.take(settings.data())) {
            TokenSecrets.rotate(folder.path());
            TicketKeys.rotate(folder.path());
        }
        Cavea.say(
                "New keys sign from the next start on; whatever the old ones signed stays valid. "
                        + "Keys set in the configuration are not touched.");
    }

    private static String withAccounts(Settings settings, Function<AdminAccount, String> work) {
        String url = settings.text(Setting.DATABASE_URL);
        if (!url.isEmpty()) {
            return work.apply(
                    accounts(
                            new DatabaseAddress(
                                    url,
                                    settings.text(Setting.DATABASE_USER),
                                    settings.text(Setting.DATABASE_PASSWORD))));
        }
        Path postgresql = settings.data().resolve("postgresql");
        Optional<DatabaseAddress> running = EmbeddedDatabase.running(postgresql);
        if (running.isPresent()) {
            return work.apply(accounts(running.get()));
        }
        if (!postgresql.toFile().isDirectory()) {
            throw new StartFailure(
                    "there are no accounts in %s: name the server's folder with --data"
                            .formatted(settings.data()));
        }
        try (DataFolder _ = DataFolder.take(settings.data());
                EmbeddedDatabase started = EmbeddedDatabase.start(postgresql)) {
            return work.apply(accounts(started.address()));
        }
    }

    private static AdminAccount accounts(DatabaseAddress address) {
        Clock clock = Clock.systemUTC();
        Jdbi database = QuietJdbi.over(address);
        return new AdminAccount(database, new Audit(database, () -> "shell", clock), clock);
    }
}
