package dev.cavea.platform.edge;

import io.vertx.ext.web.RoutingContext;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A route that is too hot for JAX-RS and is attached to the router directly, on the event loop. Its
 * class says where with {@link At} and for whom with {@link Access}.
 */
@FunctionalInterface
public interface RawRoute {

    /**
     * What it throws becomes a problem document.
     *
     * @param caller as returned by {@link Gatekeeper#admit}
     */
    void handle(RoutingContext context, @Nullable Principal caller);

    /** Where a raw route is attached. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface At {
        String method();

        /** With parameter names in braces, as in the API's description. */
        String path();
    }
}
