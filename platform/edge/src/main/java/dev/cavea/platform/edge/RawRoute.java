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
 * A route that is too hot for JAX-RS and hangs in the router by itself, on the event loop. Its
 * class says where with {@link At} and for whom with {@link Access}.
 */
@FunctionalInterface
public interface RawRoute {

    /**
     * What it throws becomes a problem document.
     *
     * @param caller as {@link Gatekeeper#admit} gave it
     */
    void handle(RoutingContext context, @Nullable Principal caller);

    /** Where a raw route hangs. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface At {
        String method();

        /** With names in braces, as in the API's description. */
        String path();
    }
}
