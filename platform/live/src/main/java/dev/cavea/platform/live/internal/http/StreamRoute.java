package dev.cavea.platform.live.internal.http;

import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.RawRoute;
import dev.cavea.platform.live.internal.house.LiveHouse;
import dev.cavea.platform.live.internal.watch.FanOut;
import dev.cavea.platform.live.internal.watch.StreamWatcher;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/events/{id}/stream}: the seat map as server-sent events. */
@RawRoute.At(method = "GET", path = "/api/v1/events/{id}/stream")
@Access(PUBLIC)
final class StreamRoute implements RawRoute {

    private static final long NOTHING = -1;

    private final EventHouses houses;
    private final SeatBodies bodies;
    private final FanOut fanOut;
    private final WatcherGate gate;

    StreamRoute(EventHouses houses, SeatBodies bodies, FanOut fanOut, WatcherGate gate) {
        this.houses = houses;
        this.bodies = bodies;
        this.fanOut = fanOut;
        this.gate = gate;
    }

    @Override
    public void handle(RoutingContext context, @Nullable Principal nobody) {
        EventOnSale event = houses.event(context.pathParam("id"));
        LiveHouse house = houses.house(event);
        Runnable free = gate.enter(context.request());
        HttpServerResponse response = context.response();
        response.setChunked(true);
        response.putHeader("Content-Type", "text/event-stream");
        response.putHeader("Cache-Control", "no-store");
        // Proxies that buffer an answer before passing it on would hold it forever.
        response.putHeader("X-Accel-Buffering", "no");
        StreamWatcher watcher =
                new StreamWatcher(
                        response,
                        context.vertx().getOrCreateContext(),
                        snapshots(event, house),
                        resumable(house, context.request().getHeader("Last-Event-ID")));
        var _ = response.write("retry: 1000\n\n");
        Runnable leave = fanOut.join(house, watcher);
        // Also after an end without a close, such as that of one stream among others.
        context.addEndHandler(
                _ -> {
                    leave.run();
                    free.run();
                });
    }

    private StreamWatcher.Snapshots snapshots(EventOnSale event, LiveHouse house) {
        return new StreamWatcher.Snapshots() {
            @Override
            public CompletableFuture<StreamWatcher.Snapshot> latest() {
                return bodies.published(house, event.plan())
                        .thenApply(
                                body -> new StreamWatcher.Snapshot(body.version(), body.plain()));
            }

            @Override
            public void missedSome() {
                fanOut.wake(house);
            }
        };
    }

    /** The version the client has, if the changes since then are known. */
    private static long resumable(LiveHouse house, @Nullable String lastEventId) {
        if (lastEventId == null) {
            return NOTHING;
        }
        try {
            long version = Long.parseLong(lastEventId.strip());
            return house.since(version) == null ? NOTHING : version;
        } catch (NumberFormatException e) {
            return NOTHING;
        }
    }
}
