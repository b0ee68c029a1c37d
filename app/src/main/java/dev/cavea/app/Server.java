package dev.cavea.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs once everything stands and the port is open: warms up, says so, and waits. */
public final class Server implements QuarkusApplication {

    private final Readiness readiness;
    private final int port;

    @Inject
    public Server(
            Readiness readiness, @ConfigProperty(name = "quarkus.http.port") int configuredPort) {
        this.readiness = readiness;
        this.port = configuredPort;
    }

    @Override
    public int run(String... arguments) {
        Settings settings = Foundations.shared().settings();
        readiness.ready();
        long millis =
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.printf(
                "Cavea is ready at http://%s:%d (data in %s, started in %.1f s)%n",
                settings.host(), port, settings.data(), millis / 1000.0);
        Quarkus.waitForExit();
        return 0;
    }
}
