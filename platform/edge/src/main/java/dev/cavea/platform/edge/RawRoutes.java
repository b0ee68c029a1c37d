package dev.cavea.platform.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;

/** Attaches raw routes to the router, each behind the access it declares. */
public final class RawRoutes {

    private final Router router;
    private final Gatekeeper gate;

    public RawRoutes(Router router, Gatekeeper gate) {
        this.router = router;
        this.gate = gate;
    }

    /**
     * @throws IllegalArgumentException for a route that does not declare its path and whom it lets
     *     in
     */
    public void mount(int order, RawRoute route) {
        RawRoute.At at = route.getClass().getAnnotation(RawRoute.At.class);
        Access access = route.getClass().getAnnotation(Access.class);
        if (at == null || access == null) {
            throw new IllegalArgumentException(
                    route.getClass().getName() + " declares no @RawRoute.At or no @Access");
        }
        router.route(HttpMethod.valueOf(at.method()), at.path().replaceAll("\\{(\\w+)}", ":$1"))
                .order(order)
                .handler(
                        context ->
                                route.handle(
                                        context,
                                        gate.admit(
                                                access,
                                                context.request()
                                                        .getHeader(HttpHeaders.AUTHORIZATION))))
                .failureHandler(c -> ProblemResponse.write(c.response(), c.failure()));
    }
}
