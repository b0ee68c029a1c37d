package dev.cavea.platform.edge;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * How large a body may be, by path. A body that declares a larger size is refused before it is
 * read; one that declares none is refused as soon as it grows too large.
 */
public final class BodyLimits implements Handler<RoutingContext> {

    public static final long DEFAULT_BYTES = 1L << 20;
    private static final long PLAN_BYTES = 64L << 20;

    /** A plan inside an event is held in memory; larger ones are uploaded separately first. */
    private static final long EVENT_BYTES = 8L << 20;

    private final Map<String, Long> larger;

    /**
     * @param larger exact paths that take more than the default, with their limit in bytes
     */
    public BodyLimits(Map<String, Long> larger) {
        this.larger = Map.copyOf(larger);
    }

    /** Only seating plans may be large: a stadium drawn with all its seats. */
    public static BodyLimits standard() {
        return new BodyLimits(
                Map.of("/api/v1/admin/plans", PLAN_BYTES, "/api/v1/admin/events", EVENT_BYTES));
    }

    public long limitOf(String path) {
        return larger.getOrDefault(path, DEFAULT_BYTES);
    }

    @Override
    public void handle(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        if (length != null) {
            long limit = limitOf(request.normalizedPath());
            if (exceeds(length, limit)) {
                ProblemResponse.write(request.response(), Problems.bodyTooLarge(limit));
                return;
            }
        }
        request.next();
    }

    private static boolean exceeds(String length, long limit) {
        try {
            return Long.parseLong(length) > limit;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
