package dev.cavea.platform.edge.internal.jaxrs;

import dev.cavea.platform.edge.NotKept;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/** Puts idempotency in front of every POST that is not {@link NotKept}. */
@Provider
public class IdempotentPosts implements DynamicFeature {

    @Override
    public void configure(ResourceInfo endpoint, FeatureContext context) {
        Method method = endpoint.getResourceMethod();
        if (method.isAnnotationPresent(POST.class) && !method.isAnnotationPresent(NotKept.class)) {
            context.register(IdempotencyFilter.class);
        }
    }
}
