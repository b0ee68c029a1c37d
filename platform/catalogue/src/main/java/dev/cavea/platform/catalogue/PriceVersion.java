package dev.cavea.platform.catalogue;

import dev.cavea.platform.kernel.Money;
import java.util.List;

/**
 * What an event cost for a while.
 *
 * @param version counted from 0 by the event's changes of prices
 * @param zonePrices face value of each zone of the plan, by index
 * @param fees what is added to each ticket of the zone, by index
 */
public record PriceVersion(int version, List<Money> zonePrices, List<Money> fees) {

    public PriceVersion {
        zonePrices = List.copyOf(zonePrices);
        fees = List.copyOf(fees);
    }
}
