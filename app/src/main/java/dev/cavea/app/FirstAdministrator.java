package dev.cavea.app;

import dev.cavea.platform.accounts.AdminAccount;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Makes the first administrator before the port is open: nobody can register the address first. A
 * made-up password can be read only here and now.
 */
@Singleton
public final class FirstAdministrator {

    void make(@Observes StartupEvent beforeThePortIsOpen, AdminAccount accounts) {
        Foundations foundations = Foundations.shared();
        Settings settings = foundations.settings();
        String given = settings.text(Setting.ADMIN_PASSWORD);
        try {
            accounts.ensure(
                            settings.text(Setting.ADMIN_EMAIL),
                            given.isEmpty() ? Optional.empty() : Optional.of(given))
                    .ifPresent(
                            made ->
                                    Cavea.say(
                                            ("Administrator: %s with the password %s"
                                                            + " (shown only this once)")
                                                    .formatted(made.email(), made.password())));
        } catch (IllegalStateException e) {
            foundations.refuse(e.getMessage());
        }
    }
}
