package dev.cavea.platform.accounts.internal.sessions;

import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Begins, renews and ends sessions. */
public final class Sessions {

    static final Duration LIFE = Duration.ofDays(30);

    /** Ends of the last few seconds are read again, because two servers' clocks differ a little. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final SessionRows rows;
    private final AccessTokens accessTokens;
    private final Signature refreshSignature;
    private final Revocations revocations;
    private final Ids ids;
    private final Clock clock;
    private volatile Instant readUntil;

    public Sessions(
            SessionRows rows,
            AccessTokens accessTokens,
            Signature refreshSignature,
            Revocations revocations,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.accessTokens = accessTokens;
        this.refreshSignature = refreshSignature;
        this.revocations = revocations;
        this.ids = ids;
        this.clock = clock;
        this.readUntil = clock.instant().minus(AccessTokens.LIFE);
    }

    /**
     * @param roleOf the account's current role; asked once the session exists, so that taking the
     *     role away in the meantime ends it
     */
    public Tokens begin(long account, LongFunction<Role> roleOf) {
        RefreshToken first = token(ids.next(), account, 0, false);
        rows.insert(first, clock.instant());
        return tokens(first, roleOf.apply(account));
    }

    /** Touches no database: a guest is a signed token until it comes back. */
    public Tokens beginGuest() {
        return tokens(token(ids.next(), ids.next(), 0, true), Role.GUEST);
    }

    /**
     * Returns the next pair of tokens for the newest refresh token; an older one ends the session,
     * because two people have it.
     *
     * @param roleOf the role that the account has now
     */
    public Tokens renew(String refreshToken, LongFunction<Role> roleOf) {
        Instant now = clock.instant();
        RefreshToken shown = RefreshToken.parse(refreshToken, refreshSignature);
        if (shown.expiresAt().isBefore(now)) {
            throw Unauthorized.EXPIRED.problem();
        }
        if (revocations.has(shown.session())) {
            throw Unauthorized.REVOKED.problem();
        }
        RefreshToken next =
                token(shown.session(), shown.account(), shown.generation() + 1, shown.guest());
        boolean first = shown.guest() && shown.generation() == 0 && rows.keepGuest(next, now);
        if (!first && !rows.renew(shown, next)) {
            end(shown.session(), shown.account());
            throw Unauthorized.REUSED.problem();
        }
        return tokens(next, shown.guest() ? Role.GUEST : roleOf.apply(shown.account()));
    }

    /**
     * The guest whose newest refresh token this is; the token stays good.
     *
     * @return empty for one that is old, ended or an account's
     */
    public OptionalLong guest(String refreshToken) {
        RefreshToken shown = RefreshToken.parse(refreshToken, refreshSignature);
        boolean good =
                shown.guest()
                        && shown.expiresAt().isAfter(clock.instant())
                        && !revocations.has(shown.session())
                        && rows.isNewest(shown);
        return good ? OptionalLong.of(shown.account()) : OptionalLong.empty();
    }

    /**
     * The session's access tokens are refused from now on here, and two seconds later elsewhere.
     */
    public void end(long session, long account) {
        rows.end(session, account, clock.instant());
        revocations.add(session);
    }

    /** Ends the session of a refresh token, however old the token is. */
    public void end(String refreshToken) {
        RefreshToken shown = RefreshToken.parse(refreshToken, refreshSignature);
        end(shown.session(), shown.account());
    }

    public void endAll(long account) {
        rows.endAll(account, clock.instant()).forEach(revocations::add);
    }

    /** Learns which sessions other servers ended, and this one before it was restarted. */
    public void readEnded() {
        Instant now = clock.instant();
        for (long session : rows.endedSince(readUntil.minus(OVERLAP))) {
            if (!revocations.has(session)) {
                revocations.add(session);
            }
        }
        readUntil = now;
        revocations.forgetOld();
    }

    public void deleteExpired() {
        rows.deleteExpired(clock.instant());
    }

    private RefreshToken token(long session, long account, int generation, boolean guest) {
        return new RefreshToken(session, account, generation, guest, clock.instant().plus(LIFE));
    }

    private Tokens tokens(RefreshToken refresh, Role role) {
        return Tokens.bearer(
                accessTokens.issue(refresh.account(), role, refresh.session()),
                refresh.text(refreshSignature));
    }
}
