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
 * @param zonePrices face value of each zone of the plan, by index
 * @param fees what is added to each ticket of the zone, by index; zero when there are none
 */
public record EventOnSale(
        long id,
        long organiser,
        Occasion occasion,
        boolean cancelled,
        SeatingPlan plan,
        List<Money> zonePrices,
        List<Money> fees,
        Rules rules) {

    public EventOnSale {
        zonePrices = List.copyOf(zonePrices);
        fees = List.copyOf(fees);
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
        return zonePrices.get(zone).plus(fees.get(zone));
    }
}
