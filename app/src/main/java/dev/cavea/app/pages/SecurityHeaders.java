package dev.cavea.app.pages;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

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

    /** The browsable documentation brings its start as an inline script. */
    private static final String DOCS =
            PAGES.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");

    private static final CharSequence CONTENT_TYPE_OPTIONS =
            HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("nosniff");

    @Override
    public void handle(RoutingContext context) {
        String path = context.request().path();
        MultiMap headers = context.response().headers();
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFFING);
        if (path != null && !path.startsWith("/api/")) {
            headers.set("Content-Security-Policy", path.startsWith("/docs") ? DOCS : PAGES);
            headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)");
        }
        context.next();
    }
}
