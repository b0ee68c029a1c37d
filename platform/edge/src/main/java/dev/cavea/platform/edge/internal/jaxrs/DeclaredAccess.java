package dev.cavea.platform.edge.internal.jaxrs;

import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Gatekeeper;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Puts the declared access check in front of each endpoint. */
@Provider
public class DeclaredAccess implements DynamicFeature {

    private final Instance<Gatekeeper> gate;

    /**
     * @param gate fetched with the first request: endpoints are assembled before it can be created
     */
    public DeclaredAccess(Instance<Gatekeeper> gate) {
        this.gate = gate;
    }

    @Override
    public void configure(ResourceInfo endpoint, FeatureContext context) {
        Access access = endpoint.getResourceMethod().getAnnotation(Access.class);
        context.register(new AccessFilter(access, gate), Priorities.AUTHENTICATION);
    }
}
