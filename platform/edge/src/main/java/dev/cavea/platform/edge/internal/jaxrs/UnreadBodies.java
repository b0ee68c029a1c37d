package dev.cavea.platform.edge.internal.jaxrs;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an unread body of a refused request. A little of it is read and discarded, so
 * that the connection can be reused; whoever sends more loses the connection (with HTTP/2, the
 * stream). So a stranger's megabytes are neither kept nor waited for.
 */
final class UnreadBodies implements Handler<RoutingContext> {

    private static final long FORGOTTEN_BYTES = 64L << 10;

    /** How long the client has to read the answer and stop sending. */
    private static final long LINGER_MILLIS = 1_000;

    /** HTTP/2: the answer is complete; the rest of the request is not needed. */
    private static final long NO_ERROR = 0;

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (mayHaveBody(request)) {
            if (announces(request) > FORGOTTEN_BYTES && isHttp1(request)) {
                context.addHeadersEndHandler(_ -> sayThatItEnds(request));
            }
            Context loop = context.vertx().getOrCreateContext();
            context.addEndHandler(_ -> loop.runOnContext(_ -> answered(context)));
        }
        context.next();
    }

    private static boolean mayHaveBody(HttpServerRequest request) {
        return switch (request.method().name()) {
            case "GET", "HEAD", "OPTIONS" ->
                    request.getHeader(HttpHeaders.CONTENT_LENGTH) != null
                            || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
            default -> true;
        };
    }

    private static long announces(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static boolean isHttp1(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_2;
    }

    private static void sayThatItEnds(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private static void answered(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        if (announces(request) > FORGOTTEN_BYTES) {
            request.pause();
            context.vertx().setTimer(LINGER_MILLIS, _ -> end(request));
            return;
        }
        long timer = context.vertx().setTimer(LINGER_MILLIS, _ -> end(request));
        request.exceptionHandler(_ -> context.vertx().cancelTimer(timer));
        request.endHandler(_ -> context.vertx().cancelTimer(timer));
        request.handler(new Forgetting(request));
        request.resume();
    }

    private static void end(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (isHttp1(request)) {
            var _ = request.connection().close();
        } else {
            request.response().reset(NO_ERROR);
        }
    }

    private static final class Forgetting implements Handler<Buffer> {

        private final HttpServerRequest request;
        private long left = FORGOTTEN_BYTES;

        Forgetting(HttpServerRequest request) {
            this.request = request;
        }

        @Override
        public void handle(@Nullable Buffer part) {
            left -= part == null ? 0 : part.length();
            if (left < 0) {
                request.pause();
            }
        }
    }
}
