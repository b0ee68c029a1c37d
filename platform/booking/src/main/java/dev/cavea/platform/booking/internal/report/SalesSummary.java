package dev.cavea.platform.booking.internal.report;

import dev.cavea.platform.kernel.Money;
import java.util.List;

/**
 * Sales at a glance.
 *
 * @param totals over all events listed; revenue apart for each currency
 */
public record SalesSummary(List<EventSales> events, Totals totals) {

    /**
     * One event's.
     *
     * @param orders confirmed bookings
     * @param pending bookings whose payment has no outcome yet
     * @param failed bookings whose payment was refused or never came
     * @param revenue face values and fees of the confirmed bookings, apart for each currency
     */
    public record EventSales(
            String eventId,
            String name,
            int capacity,
            int free,
            int held,
            int sold,
            int blocked,
            int orders,
            int pending,
            int failed,
            int cancelled,
            List<Money> revenue) {

        public EventSales {
            revenue = List.copyOf(revenue);
        }
    }

    /** Of all events. */
    public record Totals(
            int capacity,
            int free,
            int held,
            int sold,
            int blocked,
            int orders,
            int pending,
            int failed,
            int cancelled,
            List<Money> revenue) {}
}
