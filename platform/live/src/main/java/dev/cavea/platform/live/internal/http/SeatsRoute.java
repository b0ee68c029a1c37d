package dev.cavea.platform.live.internal.http;

import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.ProblemResponse;
import dev.cavea.platform.edge.RawRoute;
import dev.cavea.platform.live.internal.house.LiveHouse;
import dev.cavea.platform.live.internal.house.SeatMap;
import dev.cavea.platform.live.internal.watch.SharedBytes;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/events/{id}/seats}: the seat map in words, or in two bits a seat. */
@RawRoute.At(method = "GET", path = "/api/v1/events/{id}/seats")
@Access(PUBLIC)
final class SeatsRoute implements RawRoute {

    static final String COMPACT = "application/vnd.cavea.seatmap";

    private final EventHouses houses;
    private final Freshness freshness;
    private final SeatBodies bodies;

    SeatsRoute(EventHouses houses, Freshness freshness, SeatBodies bodies) {
        this.houses = houses;
        this.freshness = freshness;
        this.bodies = bodies;
    }

    @Override
    public void handle(RoutingContext context, @Nullable Principal nobody) {
        EventOnSale event = houses.event(context.pathParam("id"));
        LiveHouse house = houses.house(event);
        freshness.whenFresh(context.vertx(), () -> send(context, event, house.now()));
    }

    private void send(RoutingContext context, EventOnSale event, SeatMap map) {
        HttpServerRequest request = context.request();
        if (wantsCompact(request.getHeader("Accept"))) {
            sendCompact(request, map);
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        var _ =
                bodies.fresh(map, event.plan())
                        .whenComplete(
                                (body, failure) ->
                                        loop.runOnContext(_ -> answer(request, body, failure)));
    }

    private static void sendCompact(HttpServerRequest request, SeatMap map) {
        if (head(request, map.version())) {
            request.response()
                    .putHeader("Content-Type", COMPACT)
                    .end(SharedBytes.wrap(map.bytes()));
        }
    }

    private static void answer(
            HttpServerRequest request, @Nullable SeatBody body, @Nullable Throwable failure) {
        if (body == null) {
            ProblemResponse.write(
                    request.response(),
                    failure == null ? new IllegalStateException("no seats") : failure);
            return;
        }
        if (head(request, body.version())) {
            HttpServerResponse response = request.response();
            response.putHeader("Content-Type", "application/json");
            if (takesGzip(request.getHeader("Accept-Encoding"))) {
                response.putHeader("Content-Encoding", "gzip").end(SharedBytes.wrap(body.gzip()));
            } else {
                response.end(SharedBytes.wrap(body.plain()));
            }
        }
    }

    /** The headers that both forms share; false when the client has this version already. */
    private static boolean head(HttpServerRequest request, long version) {
        HttpServerResponse response = request.response();
        response.putHeader("ETag", EntityTags.of(version));
        response.putHeader("Cache-Control", "no-cache");
        response.putHeader("Vary", "Accept, Accept-Encoding");
        if (EntityTags.matches(request.getHeader("If-None-Match"), version)) {
            var _ = response.setStatusCode(304).end();
            return false;
        }
        return true;
    }

    private static boolean wantsCompact(@Nullable String accept) {
        return accept != null && accept.contains(COMPACT);
    }

    private static boolean takesGzip(@Nullable String acceptEncoding) {
        return acceptEncoding != null && acceptEncoding.toLowerCase(Locale.ROOT).contains("gzip");
    }
}
