package dev.cavea.platform.booking;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.platform.booking.internal.hold.NetworkShares;
import dev.cavea.platform.booking.internal.order.StoppedSales;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.edge.Gatekeeper;
import dev.cavea.platform.edge.HotIdempotency;
import dev.cavea.platform.edge.RawRoutes;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/**
 * The parts that hold, made once; they need a {@link LedgerClient}, a {@link LedgerFeed}, a {@link
 * Catalogue} and a {@link Jdbi} from the application.
 */
@Singleton
public class HoldBeans {

    @Produces
    @Singleton
    NetworkShares shares(Instance<ShareLimits> limits, Clock clock) {
        return new NetworkShares(
                limits.isResolvable() ? limits.get() : ShareLimits.standard(), clock);
    }

    @Produces
    @Singleton
    LiveHolds liveHolds(Catalogue catalogue, NetworkShares shares) {
        return new LiveHolds(catalogue, shares::ended);
    }

    @Produces
    @Singleton
    HoldDesk desk(
            LedgerClient ledger,
            Catalogue catalogue,
            LiveHolds live,
            StoppedSales stopped,
            NetworkShares shares) {
        return new HoldDesk(ledger, catalogue, live, stopped, shares);
    }

    void start(
            @Observes Router router,
            HoldDesk desk,
            Gatekeeper gate,
            HotIdempotency idempotency,
            HoldFollower follower) {
        follower.start();
        new RawRoutes(router, gate).mount(HoldRoute.ORDER, new HoldRoute(desk, idempotency));
    }
}
