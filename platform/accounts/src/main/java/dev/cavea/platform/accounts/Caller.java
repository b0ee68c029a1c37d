package dev.cavea.platform.accounts;

import dev.cavea.platform.kernel.Ids;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, according to a verified token.
 *
 * @param account the account's id
 * @param expiresAtMillis when the token ends
 */
public record Caller(long account, Role role, long expiresAtMillis) implements Principal {

    /** The caller of a request to an endpoint that is not public. */
    public static Caller of(SecurityContext request) {
        return of(request.getUserPrincipal());
    }

    /** The caller of a request to a raw route that is not public. */
    public static Caller of(@Nullable Principal admitted) {
        if (admitted instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("asks for the caller but is declared open to everybody");
    }

    @Override
    public String getName() {
        return Ids.text(account);
    }
}
