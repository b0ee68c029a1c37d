package dev.cavea.app;

import dev.cavea.platform.edge.ProblemResponse;
import dev.cavea.platform.edge.Problems;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalInt;

/**
 * A port of their own for the endpoints of whoever operates the server, when one is set: then the
 * public one does not have them, and this one has nothing else.
 */
@Singleton
public class ManagementPort {

    private static final int FIRST = -4_000;
    private static final int IDLE_SECONDS = 75;
    private static final int HEADER_BYTES = 16 << 10;
    private static final List<String> OPERATING =
            List.of("/health", "/metrics", "/openapi", "/docs");

    void open(@Observes Router router, Vertx vertx) {
        Settings settings = Foundations.shared().settings();
        OptionalInt port = settings.managementPort();
        if (port.isEmpty()) {
            return;
        }
        router.route().order(FIRST).handler(request -> sort(request, port.getAsInt()));
        HttpServerOptions options =
                new HttpServerOptions()
                        .setHost(settings.host())
                        .setPort(port.getAsInt())
                        .setIdleTimeout(IDLE_SECONDS)
                        .setMaxHeaderSize(HEADER_BYTES);
        vertx.createHttpServer(options)
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void sort(RoutingContext context, int port) {
        boolean here = context.request().localAddress().port() == port;
        String path = context.normalizedPath();
        if (here == OPERATING.stream().anyMatch(path::startsWith)) {
            context.next();
        } else {
            ProblemResponse.write(context.response(), Problems.noSuchPath(path));
        }
    }
}
