package dev.cavea.platform.accounts.internal.sessions;

import dev.cavea.platform.accounts.Caller;

/**
 * What a verified access token says.
 *
 * @param session the session it belongs to; ending it ends the token
 */
public record AccessToken(Caller caller, long session) {}
