package dev.cavea.platform.live.internal.http;

import dev.cavea.platform.live.internal.watch.Admission;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a watcher comes in.
 *
 * @param addresses who a request comes from; null for whoever has no individual limit
 */
public record WatcherGate(
        Admission admission, Function<HttpServerRequest, @Nullable String> addresses) {

    Runnable enter(HttpServerRequest request) {
        return admission.enter(addresses.apply(request));
    }
}
