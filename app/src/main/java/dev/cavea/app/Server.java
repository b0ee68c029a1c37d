package dev.cavea.app;

import dev.cavea.platform.accounts.AdminAccount;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs once everything stands and the port is open: warms up, says so, and waits. */
public final class Server implements QuarkusApplication {

    private final Readiness readiness;
    private final AdminAccount administrator;
    private final int port;

    @Inject
    public Server(
            Readiness readiness,
            AdminAccount administrator,
            @ConfigProperty(name = "quarkus.http.port") int configuredPort) {
        this.readiness = readiness;
        this.administrator = administrator;
        this.port = configuredPort;
    }

    @Override
    public int run(String... arguments) {
        Settings settings = Foundations.shared().settings();
        String adminPassword = settings.text(Setting.ADMIN_PASSWORD);
        Optional<AdminAccount.Generated> generated =
                administrator.ensure(
                        settings.text(Setting.ADMIN_EMAIL),
                        Optional.of(adminPassword).filter(given -> !given.isEmpty()));
        readiness.ready();
        long millis =
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.printf(
                "Cavea is ready at http://%s:%d (data in %s, started in %.1f s)%n",
                settings.host(), port, settings.data(), millis / 1000.0);
        generated.ifPresent(
                admin ->
                        System.out.printf(
                                "Administrator: %s with the password %s (shown only this once)%n",
                                admin.email(), admin.password()));
        Quarkus.waitForExit();
        return 0;
    }
}
