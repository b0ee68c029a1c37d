package dev.cavea.platform.accounts.internal.sessions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to login, guest and refresh.
 *
 * @param expiresIn lifetime of the access token in seconds
 */
@Schema(description = "An access token and the token that renews it once.")
public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken) {

    static Tokens bearer(String accessToken, String refreshToken) {
        return new Tokens(accessToken, "Bearer", AccessTokens.LIFE.toSeconds(), refreshToken);
    }
}
