package dev.cavea.app;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Serves the pages. They find their way by the address alone, so each address that is no file and
 * belongs to nobody else gets the one document. What it may load and do is told to the browser.
 */
@Singleton
public class Pages {

    /** Before the static files, which would answer 404 for a page's address. */
    private static final int FIRST = -1_000;

    private static final List<String> NOT_PAGES =
            List.of("/api", "/docs", "/openapi", "/health", "/metrics", "/assets", "/socket.io");

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws: wss:;"
                    + " base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(Pages::serve);
    }

    private static void serve(RoutingContext context) {
        String path = context.normalizedPath();
        HttpMethod method = context.request().method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!reads || isSomebodyElses(path)) {
            if (reads && path.startsWith("/assets/")) {
                // Their names hold digests: what is under a name never changes.
                context.response()
                        .putHeader(
                                HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            }
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        context.addHeadersEndHandler(
                _ -> response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache"));
        response.putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin");
        if (path.equals("/") || isFile(path)) {
            context.next();
        } else {
            context.reroute("/");
        }
    }

    private static boolean isSomebodyElses(String path) {
        return NOT_PAGES.stream()
                .anyMatch(
                        prefix ->
                                path.startsWith(prefix)
                                        && (path.length() == prefix.length()
                                                || path.charAt(prefix.length()) == '/'
                                                || path.charAt(prefix.length()) == '.'));
    }

    /** Ids hold no dots. */
    private static boolean isFile(String path) {
        return path.indexOf('.', path.lastIndexOf('/')) >= 0;
    }
}
