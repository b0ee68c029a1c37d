package dev.cavea.platform.booking;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hold that has not ended.
 *
 * @param event at the prices the buyer was told, whatever it costs now
 * @param buyer the account that holds
 * @param expiresAtMillis log time of its end, unless a payment pins it
 * @param pinnedUntilMillis log time before which it does not end; 0 without a pin
 * @param position of the event in the feed that created it
 */
public record LiveHold(
        HoldId id,
        EventOnSale event,
        long buyer,
        Places places,
        long expiresAtMillis,
        long pinnedUntilMillis,
        long position) {

    public HoldName name() {
        return new HoldName(event.id(), id);
    }

    /** Public ids of the seats, in the buyer's order; empty for places in an area. */
    public List<String> seatIds() {
        if (!(places instanceof Places.Seated(var seats))) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(seats.count());
        for (int i = 0; i < seats.count(); i++) {
            ids.add(event.plan().seatId(seats.get(i)));
        }
        return ids;
    }

    /** The area, for places in one. */
    public SeatingPlan.@Nullable Area area() {
        return places instanceof Places.Standing standing
                ? event.plan().areas().get(standing.area())
                : null;
    }

    /** The area's index; null for seats. */
    public @Nullable Integer areaIndex() {
        return places instanceof Places.Standing standing ? standing.area() : null;
    }

    /** What all places cost together, fees included. */
    public Money total() {
        return switch (places) {
            case Places.Standing(int area, int quantity) ->
                    event.priceWithFees(event.plan().areas().get(area).zone()).times(quantity);
            case Places.Seated(var seats) -> {
                long sum = 0;
                for (int i = 0; i < seats.count(); i++) {
                    int zone = event.plan().zone(seats.get(i));
                    sum =
                            Math.addExact(
                                    sum,
                                    Math.addExact(
                                            event.zonePrices().get(zone).amountMinor(),
                                            event.fees().get(zone).amountMinor()));
                }
                yield new Money(sum, event.zonePrices().getFirst().currency());
            }
        };
    }
}
