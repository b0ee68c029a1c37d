package dev.cavea.app.pages;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Hangs the pages and the headers of all answers into the router. */
@Singleton
public class PageRoutes {

    private static final int BEFORE_LIMITS = -3_000;
    private static final int BEFORE_ENDPOINTS = -300;

    void install(@Observes Router router) {
        router.route().order(BEFORE_LIMITS).handler(new SecurityHeaders(InlineScripts.ofDocs()));
        Pages pages = new Pages();
        router.route()
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(BEFORE_ENDPOINTS)
                .handler(pages);
    }
}
