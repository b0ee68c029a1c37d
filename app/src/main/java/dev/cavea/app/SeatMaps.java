package dev.cavea.app;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.edge.Gatekeeper;
import dev.cavea.platform.edge.RawRoutes;
import dev.cavea.platform.guard.ClientAddresses;
import dev.cavea.platform.live.FeedFollower;
import dev.cavea.platform.live.LiveMaps;
import dev.cavea.platform.live.LiveRoutes;
import dev.cavea.platform.live.WatcherLimits;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The live seat maps, their feed and their addresses. */
@Singleton
public class SeatMaps {

    private final ClientAddresses addresses;

    public SeatMaps(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    @Produces
    @Singleton
    LiveMaps maps(Catalogue catalogue) {
        return new LiveMaps(catalogue);
    }

    void stopped(@Disposes LiveMaps maps) {
        maps.close();
    }

    @Produces
    @Singleton
    FeedFollower follower(LedgerFeed feed, LiveMaps maps) {
        return new FeedFollower(feed, maps);
    }

    void stopped(@Disposes FeedFollower follower) {
        follower.close();
    }

    void start(
            @Observes Router router,
            Gatekeeper gate,
            Catalogue catalogue,
            LiveMaps maps,
            FeedFollower follower) {
        follower.start();
        CountingLedgerClient ledger = Foundations.shared().ledger().counting();
        LiveRoutes.mount(
                new RawRoutes(router, gate), catalogue, maps, ledger::acknowledged, watchers());
    }

    private WatcherLimits watchers() {
        Settings settings = Foundations.shared().settings();
        return new WatcherLimits(
                settings.watchers(), settings.watchersByAddress(), addresses::limited);
    }
}
