package dev.cavea.platform.guard;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off whoever sends a request's head or body so slowly that it merely occupies a slot. Comes
 * before everything else in the router, and checks once a second.
 */
public final class SlowSenders implements Handler<RoutingContext> {

    private static final long LOOK_MILLIS = 1_000;
    private static final long NANOS = 1_000_000_000L;

    /** HTTP/2's code for a stream that is no longer wanted. */
    private static final long CANCEL = 8;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "DELETE");

    private final ConnectionLimits limits;
    private final Connections connections;
    private final Map<HttpServerRequest, Long> sending = new ConcurrentHashMap<>();

    public SlowSenders(ConnectionLimits limits, Connections connections) {
        this.limits = limits;
        this.connections = connections;
    }

    /** Keeps checking until Vert.x is closed. */
    public void watch(Vertx vertx) {
        vertx.setPeriodic(Math.min(LOOK_MILLIS, limits.head().toMillis()), _ -> look());
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Pace pace = connections.paceOf(peer(request));
        if (pace != null) {
            pace.headIsHere(request.version() == HttpVersion.HTTP_2 || isWebSocket(request));
        }
        boolean sends = !WITHOUT_BODY.contains(request.method().name());
        if (sends) {
            sending.put(request, System.nanoTime());
        }
        if (pace != null || sends) {
            context.addEndHandler(
                    _ -> {
                        sending.remove(request);
                        if (pace != null) {
                            pace.answered();
                        }
                    });
        }
        context.next();
    }

    /** As every handshake is; any other request that wants an upgrade stays what it is. */
    private static boolean isWebSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
                && request.getHeader("Sec-WebSocket-Key") != null;
    }

    private static @Nullable SocketAddress peer(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase connection
                ? connection.channel().remoteAddress()
                : null;
    }

    private void look() {
        long now = System.nanoTime();
        connections.closeSlowHeads(now);
        sending.forEach(
                (request, since) -> {
                    if (isTooSlow(request, now - since)) {
                        end(request);
                    }
                });
    }

    /** A complete body waiting to be read counts as read. */
    private boolean isTooSlow(HttpServerRequest request, long nanos) {
        long late = nanos - limits.body().toNanos();
        return late > 0
                && !request.isEnded()
                && request.bytesRead() < announced(request)
                && request.bytesRead() < late / NANOS * ConnectionLimits.BODY_BYTES_PER_SECOND + 1;
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? Long.MAX_VALUE : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void end(HttpServerRequest request) {
        sending.remove(request);
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(CANCEL);
        } else {
            var _ = request.connection().close();
        }
    }
}
