package dev.cavea.platform.live;

import dev.cavea.platform.live.internal.http.WatcherGate;
import dev.cavea.platform.live.internal.watch.Admission;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many may watch seat maps at once.
 *
 * @param inAll connections
 * @param byAddress connections from one address
 * @param addresses who a request comes from; null for whoever has no individual limit
 */
public record WatcherLimits(
        int inAll, int byAddress, Function<HttpServerRequest, @Nullable String> addresses) {

    /** For when nobody comes from outside. */
    public static WatcherLimits none() {
        return new WatcherLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, _ -> null);
    }

    WatcherGate gate() {
        return new WatcherGate(new Admission(inAll, byAddress), addresses);
    }
}
