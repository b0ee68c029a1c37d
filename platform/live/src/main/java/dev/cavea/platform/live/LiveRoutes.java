package dev.cavea.platform.live;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.edge.RawRoutes;
import dev.cavea.platform.live.internal.http.EventHouses;
import dev.cavea.platform.live.internal.http.Freshness;
import dev.cavea.platform.live.internal.http.SeatMapRoutes;
import java.util.function.LongSupplier;

/** Puts the seat maps on a router, in front of everything else there. */
public final class LiveRoutes {

    private LiveRoutes() {}

    /**
     * @param acknowledged the last position that this process has told anyone about: whoever was
     *     told that a seat is theirs and then asks for the map finds it there
     */
    public static void mount(
            RawRoutes routes,
            Catalogue catalogue,
            LiveMaps maps,
            LongSupplier acknowledged,
            WatcherLimits limits) {
        EventHouses houses = new EventHouses(catalogue, maps::house);
        Freshness freshness = new Freshness(maps.progress(), acknowledged);
        SeatMapRoutes.mount(routes, houses, freshness, maps.fanOut(), limits.gate());
    }
}
