package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.internal.venues.Venue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored.
 *
 * @param plan the plan's digest; null while a draft has none
 * @param priceFrom the lowest price with its fee, in minor units
 * @param revision one more with every change
 */
public record EventRow(
        long id,
        long organiser,
        Status status,
        About about,
        @Nullable Venue venue,
        @Nullable String plan,
        Sale sale,
        @Nullable Long priceFrom,
        @Nullable Task task,
        long revision) {

    /** What people read of it. */
    public record About(
            String name, @Nullable String description, String category, Instant startsAt) {}

    /** What it costs and how it is sold. */
    public record Sale(List<PriceLine> prices, SaleRules rules, List<SalesChannel> channels) {
        public Sale {
            prices = List.copyOf(prices);
            channels = List.copyOf(channels);
        }
    }

    EventRow with(Status next, @Nullable Task nextTask) {
        return new EventRow(
                id, organiser, next, about, venue, plan, sale, priceFrom, nextTask, revision);
    }

    EventRow withSale(Sale next) {
        return new EventRow(
                id, organiser, status, about, venue, plan, next, priceFrom, task, revision);
    }
}
