package dev.cavea.platform.live.internal.http;

import dev.cavea.platform.edge.RawRoutes;
import dev.cavea.platform.live.internal.watch.FanOut;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The three addresses of a seat map. */
public final class SeatMapRoutes {

    private static final int BEFORE_ALL = -200;
    private static final int MAKERS = 2;

    private SeatMapRoutes() {}

    public static void mount(
            RawRoutes routes,
            EventHouses houses,
            Freshness freshness,
            FanOut fanOut,
            WatcherGate gate) {
        SeatBodies bodies = new SeatBodies(makers());
        routes.mount(BEFORE_ALL, new SeatsRoute(houses, freshness, bodies));
        routes.mount(BEFORE_ALL, new StreamRoute(houses, bodies, fanOut, gate));
        routes.mount(BEFORE_ALL, new LiveRoute(houses, fanOut, gate));
    }

    /** Few: however many houses are requested, other requests and the ledger keep their share. */
    private static Executor makers() {
        ThreadPoolExecutor makers =
                new ThreadPoolExecutor(
                        MAKERS,
                        MAKERS,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().name("cavea-seats-", 0).daemon().factory());
        makers.allowCoreThreadTimeOut(true);
        return makers;
    }
}
