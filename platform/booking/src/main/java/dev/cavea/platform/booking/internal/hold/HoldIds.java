package dev.cavea.platform.booking.internal.hold;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.PriceVersion;
import dev.cavea.platform.edge.KeyedRequest;
import dev.cavea.platform.kernel.Ids;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes the ids of holds, which the caller of the ledger chooses. */
public final class HoldIds {

    /** So many changes of prices may not have been heard of here yet. */
    private static final int MOST_UNHEARD = 4;

    private static final int VERSION_BITS = 8;
    private static final long VERSION_MASK = (1L << VERSION_BITS) - 1;

    private final long process = new SecureRandom().nextLong();
    private final AtomicLong drawn = new AtomicLong(new SecureRandom().nextLong());

    /** Never given before: 64 random bits of this process and a number of its own. */
    public HoldId fresh(PriceVersion prices) {
        return told(process, drawn.incrementAndGet() << VERSION_BITS, prices);
    }

    /** The same for the same caller, event, Idempotency-Key and prices, in every process. */
    public static HoldId derived(long account, long event, String key, PriceVersion prices) {
        UUID id = KeyedRequest.derivedId(Ids.text(account), "hold " + Ids.text(event), key);
        return told(id.getMostSignificantBits(), id.getLeastSignificantBits(), prices);
    }

    /** The id says at which prices the places are held, wherever and whenever it is read. */
    private static HoldId told(long high, long low, PriceVersion prices) {
        return new HoldId(high, (low & ~VERSION_MASK) | (prices.version() & VERSION_MASK));
    }

    /** The id that the same request would have had at other prices. */
    public static HoldId at(HoldId id, PriceVersion prices) {
        return told(id.high(), id.low(), prices);
    }

    /**
     * The event at the prices of the hold; null if they are not known here yet. A hold of the time
     * before ids named prices has those of an event that never had others.
     */
    public static @Nullable EventOnSale priced(EventOnSale event, HoldId hold) {
        if (names(hold, event.prices())) {
            return event;
        }
        for (PriceVersion earlier : event.earlierPrices()) {
            if (names(hold, earlier)) {
                return event.at(earlier);
            }
        }
        return event.earlierPrices().isEmpty() && !isUnheard(hold, event.prices()) ? event : null;
    }

    private static boolean isUnheard(HoldId hold, PriceVersion prices) {
        return ((hold.low() - prices.version()) & VERSION_MASK) <= MOST_UNHEARD;
    }

    private static boolean names(HoldId hold, PriceVersion prices) {
        return ((hold.low() ^ prices.version()) & VERSION_MASK) == 0;
    }

    /**
     * The hold with which a booking tries again for seats whose hold ended before its payment, at
     * the same prices.
     */
    public static HoldId secondTry(long order, int attempt, HoldId before) {
        UUID id = KeyedRequest.derivedId(Ids.text(order), "second try", "attempt-" + attempt);
        return new HoldId(
                id.getMostSignificantBits(),
                (id.getLeastSignificantBits() & ~VERSION_MASK) | (before.low() & VERSION_MASK));
    }
}
