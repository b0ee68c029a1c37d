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

/** {@code GET /api/v1/events/{id}/seats}: the seat map as JSON, or in two bits per seat. */
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
        freshness.whenFresh(context.vertx(), () -> send(context, event, house));
    }

    private void send(RoutingContext context, EventOnSale event, LiveHouse house) {
        HttpServerRequest request = context.request();
        if (wantsCompact(request.getHeader("Accept"))) {
            sendCompact(request, house.now());
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        var _ =
                bodies.latest(house, event.plan())
                        .whenComplete(
                                (body, failure) ->
                                        loop.runOnContext(_ -> send(request, body, failure, loop)));
    }

    private static void sendCompact(HttpServerRequest request, SeatMap map) {
        if (head(request, EntityTags.COMPACT, map.version())) {
            request.response()
                    .putHeader("Content-Type", COMPACT)
                    .end(SharedBytes.wrap(map.bytes()));
        }
    }

    private void send(
            HttpServerRequest request,
            @Nullable SeatBody body,
            @Nullable Throwable failure,
            Context loop) {
        if (body == null) {
            fail(request, failure);
        } else if (!takesGzip(request.getHeader("Accept-Encoding"))) {
            if (head(request, EntityTags.PLAIN, body.version())) {
                end(request, body.plain());
            }
        } else if (head(request, EntityTags.GZIP, body.version())) {
            var _ =
                    bodies.gzip(body)
                            .whenComplete(
                                    (gzip, broken) ->
                                            loop.runOnContext(
                                                    _ -> compressed(request, gzip, broken)));
        }
    }

    private static void compressed(
            HttpServerRequest request, byte @Nullable [] gzip, @Nullable Throwable failure) {
        if (gzip == null) {
            fail(request, failure);
            return;
        }
        request.response().putHeader("Content-Encoding", "gzip");
        end(request, gzip);
    }

    private static void end(HttpServerRequest request, byte[] body) {
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(SharedBytes.wrap(body));
    }

    private static void fail(HttpServerRequest request, @Nullable Throwable failure) {
        ProblemResponse.write(
                request.response(),
                failure == null ? new IllegalStateException("no seats") : failure);
    }

    /** The headers that all forms share; false if the client already has this one. */
    private static boolean head(HttpServerRequest request, EntityTags form, long version) {
        HttpServerResponse response = request.response();
        response.putHeader("ETag", form.of(version));
        response.putHeader("Cache-Control", "no-cache");
        response.putHeader("Vary", "Accept, Accept-Encoding");
        if (form.matches(request.getHeader("If-None-Match"), version)) {
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
