package dev.cavea.platform.guard.internal;

import dev.cavea.platform.edge.CallerScope;
import dev.cavea.platform.guard.ClientAddresses;
import dev.cavea.platform.guard.LimitSettings;
import dev.cavea.platform.guard.RateLimits;
import dev.cavea.platform.guard.RequestLimits;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
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

    void install(
            @Observes Router router,
            RateLimits limits,
            CallerScope callers,
            Instance<LimitSettings> settings) {
        LimitSettings wanted = settings.isResolvable() ? settings.get() : LimitSettings.standard();
        router.route("/api/*")
                .order(FIRST)
                .handler(new RequestLimits(limits, new ClientAddresses(wanted), callers));
    }
}
