package dev.cavea.platform.accounts;

import dev.cavea.platform.accounts.internal.sessions.Sessions;

/** Creates guests, who are nothing but a signed token until they come back. */
public final class GuestTokens {

    private final Sessions sessions;

    public GuestTokens(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The access token of a new guest. */
    public String accessToken() {
        return sessions.beginGuest().accessToken();
    }
}
