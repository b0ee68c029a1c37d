package dev.cavea.platform.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Turns the Authorization header into a caller. Quick and never blocking: safe on an event loop.
 */
public interface Authenticator {

    /**
     * @param authorization the header's value as it came, or null when there was none
     * @throws dev.cavea.platform.edge.Problem 401 {@code unauthorized} for a token that is missing,
     *     forged, expired or revoked
     */
    Caller authenticate(@Nullable String authorization);

    /**
     * @throws dev.cavea.platform.edge.Problem also 403 {@code forbidden} when the caller has none
     *     of the roles; an admin has them all
     */
    Caller require(@Nullable String authorization, Role... roles);
}
