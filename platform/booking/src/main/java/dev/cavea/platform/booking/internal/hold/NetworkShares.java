package dev.cavea.platform.booking.internal.hold;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cavea.platform.booking.HoldName;
import dev.cavea.platform.booking.ShareLimits;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many seats of an event each network holds, and how many it has released lately. Guests cost
 * nothing to create, so limits per buyer alone would let one household keep a stadium empty: a
 * network may hold only so many seats at once, and if it keeps releasing them, it must wait. How
 * many is the server's setting, unless the event says otherwise.
 *
 * <p>Counted in this process and forgotten with it; the ledger decides who owns a seat. Safe on an
 * event loop.
 */
public final class NetworkShares {

    /** Released seats, as a multiple of the limit, after which a network must wait. */
    private static final int LET_GO_LIMITS = 5;

    private static final double HALF_LIFE_MILLIS = 600_000;
    private static final int NETWORKS = 200_000;

    private final int usual;
    private final Clock clock;
    private final Map<Share, Integer> held = new ConcurrentHashMap<>();
    private final Map<HoldName, Claim> claims = new ConcurrentHashMap<>();
    private final Cache<Share, Score> letGo = Caffeine.newBuilder().maximumSize(NETWORKS).build();

    public NetworkShares(ShareLimits limits, Clock clock) {
        this.usual = limits.seats();
        this.clock = clock;
    }

    public static NetworkShares unlimited() {
        return new NetworkShares(new ShareLimits(0), Clock.systemUTC());
    }

    private record Share(String network, long event) {}

    /** Seats that a network has asked for; to be given back unless they are granted. */
    public record Claim(String network, long event, int seats) {

        private Share share() {
            return new Share(network, event);
        }
    }

    private record Score(double seats, long atMillis) {

        double now(long millis) {
            return seats * Math.pow(0.5, Math.max(0, millis - atMillis) / HALF_LIFE_MILLIS);
        }
    }

    /**
     * @param network null for one that is not limited
     * @return null if nothing is counted
     * @throws Problem 409 {@code limit-exceeded}, 429 {@code rate-limited}
     */
    public @Nullable Claim take(@Nullable String network, EventOnSale event, int seats) {
        Integer own = event.mostHeldPerNetwork();
        int most = own == null ? usual : own;
        if (network == null || most == 0) {
            return null;
        }
        Claim claim = new Claim(network, event.id(), seats);
        checkLetGo(claim.share(), most);
        int now = held.merge(claim.share(), seats, Integer::sum);
        if (now > most) {
            giveBack(claim);
            throw tooMany(now - seats, most);
        }
        return claim;
    }

    /** The hold has the seats now. A hold that is found again has its claim already. */
    public void granted(@Nullable Claim claim, HoldName hold) {
        if (claim != null && claims.putIfAbsent(hold, claim) != null) {
            giveBack(claim);
        }
    }

    /** Nothing was held. */
    public void refused(@Nullable Claim claim) {
        if (claim != null) {
            giveBack(claim);
        }
    }

    /**
     * @param sold whether it ended as a sale
     */
    public void ended(HoldName hold, boolean sold) {
        Claim claim = claims.remove(hold);
        if (claim == null) {
            return;
        }
        giveBack(claim);
        if (!sold) {
            long now = clock.millis();
            letGo.asMap()
                    .merge(
                            claim.share(),
                            new Score(claim.seats(), now),
                            (old, more) -> new Score(old.now(now) + more.seats, now));
        }
    }

    private void giveBack(Claim claim) {
        held.computeIfPresent(
                claim.share(),
                (share, seats) -> seats == claim.seats() ? null : seats - claim.seats());
    }

    private void checkLetGo(Share share, int most) {
        Score score = letGo.getIfPresent(share);
        double limit = (double) most * LET_GO_LIMITS;
        double now = score == null ? 0 : score.now(clock.millis());
        if (now <= limit) {
            return;
        }
        double halves = Math.log(now / limit) / Math.log(2);
        long seconds = Math.max(1, (long) Math.ceil(halves * HALF_LIFE_MILLIS / 1000));
        throw new Problem(
                        429,
                        "rate-limited",
                        "Too many holds were released",
                        "Many seats of this event were held and released again from your network."
                                + " Nothing was held this time. Try again in "
                                + seconds
                                + (seconds == 1 ? " second." : " seconds."))
                .with("policy", "let-go")
                .with("retryAfterSeconds", seconds)
                .header("Retry-After", Long.toString(seconds));
    }

    private static Problem tooMany(int now, int most) {
        return new Problem(
                        409,
                        "limit-exceeded",
                        "Too many seats are held from your network",
                        "Your network already holds "
                                + now
                                + " seats of this event, and at most "
                                + most
                                + " are allowed at once. Nothing was held for you. Try again when"
                                + " some of them have been bought or released.")
                .with("scope", "network")
                .with("limit", most)
                .with("held", now);
    }
}
