package dev.cavea.platform.edge.jaxrs;

import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.CallerScope;
import dev.cavea.platform.edge.ClientAddress;
import dev.cavea.platform.edge.Gatekeeper;
import dev.cavea.platform.edge.Life;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.storage.QuietJdbi;
import dev.cavea.platform.testing.TestPostgres;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** An endpoint as modules write them, and what the edge needs from the application. */
@Path("/api/v1/desk")
@Singleton
public class Desk {

    static final AtomicInteger CALLS = new AtomicInteger();

    public record Order(String name, int count) {}

    @POST
    @Access(Access.Level.PUBLIC)
    @RunOnVirtualThread
    public Response order(Order order) {
        int call = CALLS.incrementAndGet();
        if (order.name().equals("break")) {
            throw new IllegalStateException("a secret of the inside");
        }
        if (order.name().equals("nothing")) {
            return Response.noContent().build();
        }
        return Response.status(201)
                .header("Location", "/api/v1/desk/" + call)
                .entity(new Order(order.name(), call))
                .build();
    }

    @GET
    @Access(Access.Level.PUBLIC)
    @RunOnVirtualThread
    public Order read(@QueryParam("count") int count) {
        return new Order("read", count);
    }

    @GET
    @Path("/undeclared")
    @RunOnVirtualThread
    public Order undeclared() {
        return new Order("nobody said for whom", 0);
    }

    @POST
    @Path("/mine")
    @Access(Access.Level.CALLER)
    @RunOnVirtualThread
    public Order mine(@Context SecurityContext security, byte[] body) {
        CALLS.incrementAndGet();
        return new Order(security.getUserPrincipal().getName(), body.length);
    }

    @Singleton
    public static class Whole {

        @Produces
        @Singleton
        Jdbi database() {
            return QuietJdbi.over(TestPostgres.freshDatabase("edge"));
        }

        @Produces
        @Singleton
        Life life() {
            return Life.at(1);
        }

        @Produces
        @Singleton
        Clock clock() {
            return Clock.systemUTC();
        }

        /** A request without this header comes from nowhere. */
        @Produces
        @Singleton
        ClientAddress address(Instance<HttpServerRequest> request) {
            return () -> request.get().getHeader("X-From");
        }

        /** The token is the name. */
        @Produces
        @Singleton
        Gatekeeper gate() {
            return (access, header) -> {
                if (access.value() == Access.Level.PUBLIC) {
                    return null;
                }
                if (header == null) {
                    throw new Problem(401, "unauthorized", "No token", "A token is missing.");
                }
                return () -> header;
            };
        }

        @Produces
        @Singleton
        CallerScope callers() {
            return header -> header == null ? CallerScope.ANONYMOUS : header;
        }
    }
}
