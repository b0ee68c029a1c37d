package dev.cavea.platform.edge.internal.jaxrs;

import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Gatekeeper;
import dev.cavea.platform.edge.Problems;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whomever the endpoint behind it declares, before the body is read. The endpoint finds the
 * caller in its {@link SecurityContext}.
 */
final class AccessFilter implements ContainerRequestFilter {

    private final @Nullable Access access;
    private final Instance<Gatekeeper> gates;
    private @Nullable Gatekeeper gate;

    AccessFilter(@Nullable Access access, Instance<Gatekeeper> gates) {
        this.access = access;
        this.gates = gates;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (access == null) {
            throw Problems.forbidden("This endpoint does not declare whom it lets in.");
        }
        if (access.orKey() && request.getUriInfo().getQueryParameters().containsKey("key")) {
            return;
        }
        Principal caller = gate().admit(access, request.getHeaderString("Authorization"));
        if (caller != null) {
            request.setSecurityContext(new Admitted(caller));
        }
    }

    /** Two threads may find it at once, and find the same. */
    private Gatekeeper gate() {
        Gatekeeper known = gate;
        if (known == null) {
            known = gates.get();
            gate = known;
        }
        return known;
    }

    private record Admitted(Principal caller) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        /** Roles are declared with {@link Access}; this is never asked. */
        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
