package dev.cavea.platform.live.internal.http;

import dev.cavea.platform.edge.RawRoutes;
import dev.cavea.platform.live.internal.watch.FanOut;
import java.util.concurrent.Executors;

/** The three addresses of a seat map. */
public final class SeatMapRoutes {

    private static final int BEFORE_ALL = -200;

    private SeatMapRoutes() {}

    public static void mount(
            RawRoutes routes, EventHouses houses, Freshness freshness, FanOut fanOut) {
        SeatBodies bodies = new SeatBodies(Executors.newVirtualThreadPerTaskExecutor());
        routes.mount(BEFORE_ALL, new SeatsRoute(houses, freshness, bodies));
        routes.mount(BEFORE_ALL, new StreamRoute(houses, bodies, fanOut));
        routes.mount(BEFORE_ALL, new LiveRoute(houses, fanOut));
    }
}
