package dev.cavea.platform.accounts.internal.sessions;

import dev.cavea.platform.edge.Problem;

/** Why a token was refused. The name in lower case is the problem's {@code reason}. */
public enum Unauthorized {
    MISSING("There is no Authorization header. Send \"Authorization: Bearer <token>\"."),
    MALFORMED("This is not a token issued by this service."),
    ALGORITHM("Only tokens signed with HS256 are accepted."),
    SIGNATURE("The token was not signed by this server."),
    ISSUER("The token was issued by someone else."),
    EXPIRED("The token has expired; renew it at /api/v1/auth/refresh."),
    REVOKED("The session of this token has ended; sign in again."),
    REUSED("This refresh token was already used, so its session has been ended; sign in again."),
    CREDENTIALS("The e-mail address or the password is wrong.");

    private final String detail;

    Unauthorized(String detail) {
        this.detail = detail;
    }

    public Problem problem() {
        String error = this == MISSING || this == CREDENTIALS ? "" : " error=\"invalid_token\"";
        return new Problem(401, "unauthorized", "Unauthorized", detail)
                .with("reason", name().toLowerCase(java.util.Locale.ROOT))
                .header("WWW-Authenticate", "Bearer" + error);
    }
}
