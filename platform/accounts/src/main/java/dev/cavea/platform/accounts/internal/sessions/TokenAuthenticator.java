package dev.cavea.platform.accounts.internal.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.CallerScope;
import dev.cavea.platform.edge.Gatekeeper;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a token's signature once and then remembers it by the whole header value, so that a
 * request costs a look-up in memory. Expiry and the end of the session are checked on every
 * request.
 */
@Singleton
public final class TokenAuthenticator implements Gatekeeper, CallerScope {

    private static final String SCHEME = "Bearer ";
    private static final long REMEMBERED = 200_000;

    private final Cache<String, Remembered> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final AccessTokens tokens;
    private final Revocations revocations;
    private final Clock clock;

    public TokenAuthenticator(AccessTokens tokens, Revocations revocations, Clock clock) {
        this.tokens = tokens;
        this.revocations = revocations;
        this.clock = clock;
    }

    @Override
    public @Nullable Caller admit(Access access, @Nullable String authorization) {
        if (access.value() == Access.Level.PUBLIC) {
            return null;
        }
        Caller caller = authenticate(authorization);
        String[] roles = access.roles();
        if (roles.length == 0
                || caller.role() == Role.ADMIN
                || Arrays.asList(roles).contains(caller.role().word())) {
            return caller;
        }
        List<String> allowed =
                Stream.concat(Arrays.stream(roles), Stream.of(Roles.ADMIN)).distinct().toList();
        throw Problems.forbidden("This needs the role " + String.join(" or ", allowed) + ".")
                .with("roles", allowed);
    }

    /**
     * The caller a header names.
     *
     * @throws Problem 401 {@code unauthorized} for a token that is missing, forged, expired or
     *     revoked
     */
    public Caller authenticate(@Nullable String authorization) {
        return token(authorization).caller();
    }

    /** The token behind a header, with its session. */
    public AccessToken token(@Nullable String authorization) {
        return remembered(authorization).token;
    }

    private Remembered remembered(@Nullable String authorization) {
        if (authorization == null) {
            throw Unauthorized.MISSING.problem();
        }
        Remembered known = remembered.getIfPresent(authorization);
        if (known == null) {
            known = new Remembered(verify(authorization), -1);
            remembered.put(authorization, known);
        }
        return stillGood(authorization, known);
    }

    @Override
    public @Nullable String of(@Nullable String authorization) {
        if (authorization == null) {
            return ANONYMOUS;
        }
        try {
            return remembered(authorization).account;
        } catch (Problem refused) {
            return null;
        }
    }

    private AccessToken verify(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Unauthorized.MALFORMED.problem();
        }
        return tokens.verify(authorization.substring(SCHEME.length()));
    }

    private Remembered stillGood(String authorization, Remembered known) {
        if (known.token.caller().expiresAtMillis() <= clock.millis()) {
            remembered.invalidate(authorization);
            throw Unauthorized.EXPIRED.problem();
        }
        // Read before the look-up, so that the next request sees an end in between.
        int version = revocations.version();
        if (known.seenVersion != version) {
            if (revocations.has(known.token.session())) {
                throw Unauthorized.REVOKED.problem();
            }
            known.seenVersion = version;
        }
        return known;
    }

    /** A race here costs one more look-up and decides nothing. */
    private static final class Remembered {

        private final AccessToken token;
        private final String account;
        private volatile int seenVersion;

        Remembered(AccessToken token, int seenVersion) {
            this.token = token;
            this.account = Ids.text(token.caller().account());
            this.seenVersion = seenVersion;
        }
    }
}
