package dev.cavea.platform.edge;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may pass; implemented by the module that knows people. Never blocks: safe on an event
 * loop.
 */
@FunctionalInterface
public interface Gatekeeper {

    /**
     * @param access what the route declares
     * @param authorization the header's value as received, or null if there was none
     * @return the caller; null for a public route, which does not ask
     * @throws Problem 401 {@code unauthorized} for a token that is missing, forged, expired or
     *     revoked; 403 {@code forbidden} for a caller who has none of the roles
     */
    @Nullable Principal admit(Access access, @Nullable String authorization);
}
