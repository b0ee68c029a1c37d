package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.catalogue.internal.venues.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
        Edition edition,
        @Nullable Venue venue,
        @Nullable String plan,
        Sale sale,
        @Nullable Long priceFrom,
        @Nullable Task task,
        long revision) {

    /**
     * What people read of it.
     *
     * @param endsAt null when the organiser did not say
     */
    public record About(
            String name,
            @Nullable String description,
            String category,
            Instant startsAt,
            @Nullable Instant endsAt) {}

    /**
     * For calendars, which take another state of an event only with a higher number.
     *
     * @param changedAt when its name, time or place last changed, or it was cancelled
     */
    public record Edition(int sequence, Instant changedAt) {
        Edition next(Instant now) {
            return new Edition(sequence + 1, now);
        }
    }

    /** What it costs and how it is sold. */
    public record Sale(List<PriceLine> prices, SaleRules rules, List<SalesChannel> channels) {
        public Sale {
            prices = List.copyOf(prices);
            channels = List.copyOf(channels);
        }
    }

    /** A draft of which nothing is known yet. */
    static EventRow blank(long id, long organiser, Instant now) {
        return new EventRow(
                id,
                organiser,
                Status.DRAFT,
                new About("", null, "other", now, null),
                new Edition(0, now),
                null,
                null,
                new Sale(List.of(), SaleRules.USUAL, List.of()),
                null,
                null,
                0);
    }

    /** Whether it was never stored. */
    boolean isNew() {
        return revision == 0;
    }

    /** What a calendar, or whoever has a ticket, must hear of. */
    boolean isTheSameOccasionAs(EventRow other) {
        return about.name.equals(other.about.name)
                && about.startsAt.equals(other.about.startsAt)
                && Objects.equals(about.endsAt, other.about.endsAt)
                && Objects.equals(venue, other.venue);
    }

    EventRow with(Status next, @Nullable Task nextTask) {
        return new EventRow(
                id, organiser, next, about, edition, venue, plan, sale, priceFrom, nextTask,
                revision);
    }

    EventRow withSale(Sale next) {
        return new EventRow(
                id, organiser, status, about, edition, venue, plan, next, priceFrom, task,
                revision);
    }

    EventRow withAbout(About next) {
        return new EventRow(
                id, organiser, status, next, edition, venue, plan, sale, priceFrom, task, revision);
    }

    /** For the ledger. */
    Rules rulesForLedger() {
        return sale.rules().forLedger(about.startsAt(), sale.channels());
    }

    EventRow withEdition(Edition next) {
        return new EventRow(
                id, organiser, status, about, next, venue, plan, sale, priceFrom, task, revision);
    }
}
