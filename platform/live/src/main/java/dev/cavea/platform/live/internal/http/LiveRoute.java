package dev.cavea.platform.live.internal.http;

import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.RawRoute;
import dev.cavea.platform.live.internal.house.LiveHouse;
import dev.cavea.platform.live.internal.watch.FanOut;
import dev.cavea.platform.live.internal.watch.SocketWatcher;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code WS /api/v1/events/{id}/live}: a snapshot in bytes, then what changes. */
@RawRoute.At(method = "GET", path = "/api/v1/events/{id}/live")
@Access(PUBLIC)
final class LiveRoute implements RawRoute {

    private static final String ASK = "snapshot";

    private final EventHouses houses;
    private final FanOut fanOut;
    private final WatcherGate gate;

    LiveRoute(EventHouses houses, FanOut fanOut, WatcherGate gate) {
        this.houses = houses;
        this.fanOut = fanOut;
        this.gate = gate;
    }

    @Override
    public void handle(RoutingContext context, @Nullable Principal nobody) {
        HttpServerRequest request = context.request();
        LiveHouse house = houses.house(houses.event(context.pathParam("id")));
        String upgrade = request.getHeader("Upgrade");
        if (upgrade == null || !upgrade.toLowerCase(Locale.ROOT).equals("websocket")) {
            throw new Problem(
                    400,
                    "not-a-websocket",
                    "This path is a WebSocket",
                    "Connect with the WebSocket protocol, or read …/stream instead.");
        }
        Runnable free = gate.enter(request);
        var _ =
                request.toWebSocket()
                        .onSuccess(socket -> watch(socket, house, free))
                        .onFailure(_ -> free.run());
    }

    private void watch(ServerWebSocket socket, LiveHouse house, Runnable free) {
        SocketWatcher watcher = new SocketWatcher(socket);
        Runnable leave = fanOut.join(house, watcher);
        socket.closeHandler(
                _ -> {
                    leave.run();
                    free.run();
                });
        socket.textMessageHandler(
                text -> {
                    // Other words are ignored: a later client may know more of them.
                    if (text.equals(ASK)) {
                        watcher.askForSnapshot();
                        fanOut.touched(house);
                    }
                });
    }
}
