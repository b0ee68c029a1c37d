package dev.cavea.platform.accounts;

import dev.cavea.platform.accounts.internal.sessions.Sessions;
import jakarta.inject.Singleton;

/** Creates guests, who are nothing but a signed token until they come back. */
@Singleton
public final class GuestTokens {

    private final Sessions sessions;

    GuestTokens(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The access token of a new guest. */
    public String accessToken() {
        return sessions.beginGuest().accessToken();
    }
}
