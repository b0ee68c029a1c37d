package dev.cavea.platform.guard.internal;

import dev.cavea.platform.edge.CallerScope;
import dev.cavea.platform.edge.ClientAddress;
import dev.cavea.platform.edge.ServerReady;
import dev.cavea.platform.guard.ClientAddresses;
import dev.cavea.platform.guard.ConnectionLimits;
import dev.cavea.platform.guard.Connections;
import dev.cavea.platform.guard.LimitSettings;
import dev.cavea.platform.guard.RateLimits;
import dev.cavea.platform.guard.RequestLimits;
import dev.cavea.platform.guard.SlowSenders;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.InjectionException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;

/** The limits, made once. {@link LimitSettings} come from the application, if it provides any. */
@Singleton
public class GuardBeans {

    /** Before the edge looks at the body. */
    private static final int FIRST = -2_000;

    private static final int BEFORE_EVERYTHING = -4_000;

    @Produces
    @Singleton
    RateLimits limits() {
        return new RateLimits();
    }

    @Produces
    @Singleton
    ClientAddresses addresses(Instance<LimitSettings> settings) {
        return new ClientAddresses(
                settings.isResolvable() ? settings.get() : LimitSettings.standard());
    }

    /** The container knows which request a thread answers; during start-up there is none. */
    @Produces
    @Singleton
    ClientAddress clientAddress(ClientAddresses addresses, Instance<HttpServerRequest> request) {
        return () -> {
            try {
                return addresses.client(request.get());
            } catch (ContextNotActiveException | InjectionException e) {
                return null;
            }
        };
    }

    @Produces
    @Singleton
    Connections connections(Instance<ConnectionLimits> limits, ClientAddresses addresses) {
        return new Connections(wanted(limits), addresses);
    }

    private static ConnectionLimits wanted(Instance<ConnectionLimits> limits) {
        return limits.isResolvable() ? limits.get() : ConnectionLimits.standard();
    }

    /** Whoever connected before the port was guarded is the warm-up, or is treated leniently. */
    void guard(@Observes ServerReady ready, Connections connections, Vertx vertx) {
        connections.guard(vertx, URI.create(ready.address()).getPort());
    }

    void install(
            @Observes Router router,
            Vertx vertx,
            Connections connections,
            Instance<ConnectionLimits> slowness) {
        SlowSenders slow = new SlowSenders(wanted(slowness), connections);
        slow.watch(vertx);
        router.route().order(BEFORE_EVERYTHING).handler(slow);
    }

    void install(
            @Observes Router router,
            RateLimits limits,
            CallerScope callers,
            ClientAddresses addresses) {
        router.route("/api/*").order(FIRST).handler(new RequestLimits(limits, addresses, callers));
    }
}
