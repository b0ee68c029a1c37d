package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each zone of a plan costs.
 *
 * @param prices face values, by the zone's index
 * @param fees by the zone's index
 */
public record Tariff(List<Money> prices, List<Money> fees) {

    public Tariff {
        prices = List.copyOf(prices);
        fees = List.copyOf(fees);
    }

    /** Tells zones that no line prices and lines that price no zone. */
    static void check(SeatingPlan plan, List<PriceLine> lines, Check check) {
        List<String> zones = plan.zones();
        for (int i = 0; i < lines.size(); i++) {
            String zone = lines.get(i).zone();
            check.that(
                    "prices[" + i + "].zone",
                    zone.equals(PriceLine.ALL) || zones.contains(zone),
                    "names no zone: \"" + zone + "\"",
                    "*, " + String.join(", ", zones));
        }
        List<String> unpriced = zones.stream().filter(zone -> lineOf(zone, lines) == null).toList();
        check.that(
                "prices",
                unpriced.isEmpty(),
                "has no price for " + String.join(", ", unpriced),
                "one line per zone, or one for \"*\"");
    }

    /** Whether each zone has its price. */
    static boolean covers(SeatingPlan plan, List<PriceLine> lines) {
        return plan.zones().stream().allMatch(zone -> lineOf(zone, lines) != null);
    }

    /** Of lines that were checked. */
    static Tariff of(SeatingPlan plan, List<PriceLine> lines) {
        List<Money> prices = new ArrayList<>();
        List<Money> fees = new ArrayList<>();
        for (String zone : plan.zones()) {
            PriceLine line = lineOf(zone, lines);
            if (line == null) {
                throw new IllegalStateException("zone " + zone + " has no price");
            }
            prices.add(new Money(line.amountMinor(), line.currency()));
            fees.add(new Money(line.feeMinor(), line.currency()));
        }
        return new Tariff(prices, fees);
    }

    long lowest() {
        long lowest = Long.MAX_VALUE;
        for (int zone = 0; zone < prices.size(); zone++) {
            lowest = Math.min(lowest, prices.get(zone).plus(fees.get(zone)).amountMinor());
        }
        return lowest;
    }

    private static @Nullable PriceLine lineOf(String zone, List<PriceLine> lines) {
        PriceLine found = null;
        for (PriceLine line : lines) {
            boolean names = line.zone().equals(zone);
            if (names || (found == null && line.zone().equals(PriceLine.ALL))) {
                found = line;
            }
            if (names) {
                break;
            }
        }
        return found;
    }
}
