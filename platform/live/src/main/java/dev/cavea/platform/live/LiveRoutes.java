package dev.cavea.platform.live;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.live.internal.http.EventHouses;
import dev.cavea.platform.live.internal.http.SeatMapRoutes;
import io.vertx.ext.web.Router;

/** Puts the seat maps on a router, in front of everything else there. */
public final class LiveRoutes {

    private LiveRoutes() {}

    public static void mount(Router router, Catalogue catalogue, LiveMaps maps) {
        SeatMapRoutes.mount(router, new EventHouses(catalogue, maps::house), maps.fanOut());
    }
}
