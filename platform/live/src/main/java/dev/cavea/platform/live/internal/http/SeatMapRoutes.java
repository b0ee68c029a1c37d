package dev.cavea.platform.live.internal.http;

import dev.cavea.platform.edge.ProblemResponse;
import dev.cavea.platform.live.internal.watch.FanOut;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Executors;

/** The three addresses of a seat map. */
public final class SeatMapRoutes {

    private static final String EVENT = "/api/v1/events/:id";
    private static final int BEFORE_ALL = -200;

    private SeatMapRoutes() {}

    public static void mount(
            Router router, EventHouses houses, Freshness freshness, FanOut fanOut) {
        SeatBodies bodies = new SeatBodies(Executors.newVirtualThreadPerTaskExecutor());
        get(router, "/seats", new SeatsRoute(houses, freshness, bodies));
        get(router, "/stream", new StreamRoute(houses, bodies, fanOut));
        get(router, "/live", new LiveRoute(houses, fanOut));
    }

    private static void get(Router router, String end, Handler<RoutingContext> handler) {
        router.route(HttpMethod.GET, EVENT + end)
                .order(BEFORE_ALL)
                .handler(handler)
                .failureHandler(c -> ProblemResponse.write(c.response(), c.failure()));
    }
}
