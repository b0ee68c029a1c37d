package dev.cavea.app.broken.declared_access;

import dev.cavea.platform.edge.RawRoute;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.security.Principal;

/** Forgets in all three ways to say whom it lets in. */
final class Breaks {

    @Path("/api/v1/forgotten")
    static final class Resource {
        @GET
        public String read() {
            return "anybody?";
        }
    }

    @RawRoute.At(method = "GET", path = "/api/v1/forgotten/raw")
    static final class Raw implements RawRoute {
        @Override
        public void handle(RoutingContext context, Principal caller) {}
    }

    void byHand(Router router) {
        router.get("/api/v1/forgotten/by-hand");
    }
}
