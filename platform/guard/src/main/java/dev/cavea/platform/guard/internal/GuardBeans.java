package dev.cavea.platform.guard.internal;

import dev.cavea.platform.edge.CallerScope;
import dev.cavea.platform.edge.ClientAddress;
import dev.cavea.platform.guard.ClientAddresses;
import dev.cavea.platform.guard.LimitSettings;
import dev.cavea.platform.guard.RateLimits;
import dev.cavea.platform.guard.RequestLimits;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.InjectionException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The limits, made once. {@link LimitSettings} come from the whole, if it has an opinion. */
@Singleton
public class GuardBeans {

    /** Before the edge looks at the body. */
    private static final int FIRST = -2_000;

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

    /** The container knows which request a thread answers; at the start there is none. */
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

    void install(
            @Observes Router router,
            RateLimits limits,
            CallerScope callers,
            ClientAddresses addresses) {
        router.route("/api/*").order(FIRST).handler(new RequestLimits(limits, addresses, callers));
    }
}
