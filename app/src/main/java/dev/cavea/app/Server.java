package dev.cavea.app;

import dev.cavea.app.warm.WarmUp;
import dev.cavea.platform.edge.ServerReady;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs once everything is up and the port is open: warms up, says so, and waits. */
public final class Server implements QuarkusApplication {

    private final Readiness readiness;
    private final WarmUp warmUp;
    private final Metrics metrics;
    private final Event<ServerReady> ready;
    private final int port;

    @Inject
    public Server(
            Readiness readiness,
            WarmUp warmUp,
            Metrics metrics,
            Event<ServerReady> ready,
            @ConfigProperty(name = "quarkus.http.port") int configuredPort) {
        this.readiness = readiness;
        this.warmUp = warmUp;
        this.metrics = metrics;
        this.ready = ready;
        this.port = configuredPort;
    }

    @Override
    public int run(String... arguments) {
        Foundations foundations = Foundations.shared();
        Settings settings = foundations.settings();
        warmUp.run(port, settings.warmUpMillis());
        metrics.forgetRequests();
        metrics.watchChores();
        readiness.ready();
        long millis =
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        Cavea.say(
                "Cavea is ready at http://%s:%d (data in %s, started in %.1f s)"
                        .formatted(settings.host(), port, settings.data(), millis / 1000.0));
        ready.fire(new ServerReady("http://%s:%d".formatted(reachable(settings.host()), port)));
        Quarkus.waitForExit();
        return 0;
    }

    /** From this machine itself, a server that listens everywhere is at home. */
    private static String reachable(String host) {
        return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    }
}
