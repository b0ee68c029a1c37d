package dev.cavea.app.pages;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What every answer says about how a browser may use it. */
final class SecurityHeaders implements Handler<RoutingContext> {

    /**
     * Everything comes from here. Styles may be inline: charts and the seat map position by them.
     */
    private static final String PAGES =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:;"
                    + " object-src 'none'; base-uri 'self'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private static final CharSequence CONTENT_TYPE_OPTIONS =
            HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("nosniff");

    private final String docs;

    /**
     * @param docsScripts the inline scripts that the browsable documentation brings, by their hash:
     *     it stands on the origin that holds people's tokens, and nothing else may run there
     */
    SecurityHeaders(List<String> docsScripts) {
        StringBuilder sources = new StringBuilder("script-src 'self'");
        docsScripts.forEach(hash -> sources.append(" '").append(hash).append('\''));
        docs = PAGES.replace("script-src 'self'", sources);
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.request().path();
        MultiMap headers = context.response().headers();
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFFING);
        if (path != null && !path.startsWith("/api/")) {
            headers.set("Content-Security-Policy", path.startsWith("/docs") ? docs : PAGES);
            headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)");
        }
        context.next();
    }
}
