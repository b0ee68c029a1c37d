package dev.cavea.platform.catalogue;

import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What selling needs to know of a published event, from memory.
 *
 * @param id the event's id and the ledger's house number
 * @param organiser the account that owns it
 * @param cancelled its sale is closed for good, and what was sold is given back
 * @param prices what it costs
 * @param earlierPrices what it cost before, the newest first: holds of that time keep them
 * @param mostHeldPerNetwork seats that one network may hold at once; 0 for no limit, null for what
 *     the server allows everywhere
 */
public record EventOnSale(
        long id,
        long organiser,
        Occasion occasion,
        boolean cancelled,
        SeatingPlan plan,
        PriceVersion prices,
        List<PriceVersion> earlierPrices,
        Rules rules,
        @Nullable Integer mostHeldPerNetwork) {

    public EventOnSale {
        earlierPrices = List.copyOf(earlierPrices);
    }

    /** Face value of each zone of the plan, by index. */
    public List<Money> zonePrices() {
        return prices.zonePrices();
    }

    /** What is added to each ticket of the zone, by index; zero when there are none. */
    public List<Money> fees() {
        return prices.fees();
    }

    /** With other prices than today's. */
    public EventOnSale at(PriceVersion other) {
        return new EventOnSale(
                id,
                organiser,
                occasion,
                cancelled,
                plan,
                other,
                earlierPrices,
                rules,
                mostHeldPerNetwork);
    }

    public String name() {
        return occasion.name();
    }

    /** Where it is, as one line; null before it is known. */
    public @Nullable String venue() {
        return occasion.venue();
    }

    public long startsAtMillis() {
        return occasion.startsAt().toEpochMilli();
    }

    /** What a seat or place of the zone costs with its fees. */
    public Money priceWithFees(int zone) {
        return zonePrices().get(zone).plus(fees().get(zone));
    }
}
