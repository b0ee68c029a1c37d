package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;
import dev.cavea.platform.catalogue.internal.venues.Venue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** A published event in memory, whole. */
record PublishedEvent(EventRow row, StoredPlan plan, EventOnSale onSale, SearchText text) {

    static PublishedEvent of(EventRow row, StoredPlan plan) {
        Tariff tariff = Tariff.of(plan.plan(), row.sale().prices());
        EventOnSale onSale =
                new EventOnSale(
                        row.id(),
                        row.organiser(),
                        occasion(row),
                        row.status() == Status.CANCELLED,
                        plan.plan(),
                        tariff.prices(),
                        tariff.fees(),
                        row.rulesForLedger());
        return new PublishedEvent(row, plan, onSale, SearchText.of(row));
    }

    private static Occasion occasion(EventRow row) {
        Venue venue = row.venue();
        return new Occasion(
                row.about().name(),
                row.about().startsAt(),
                row.about().endsAt(),
                Venue.line(venue),
                venue == null ? null : venue.address(),
                Venue.zone(venue),
                row.edition().sequence(),
                row.edition().changedAt());
    }

    /** Seats and places. */
    long capacity() {
        return plan.plan().seatCount()
                + plan.plan().areas().stream().mapToLong(area -> area.capacity()).sum();
    }

    Instant startsAt() {
        return row.about().startsAt();
    }

    /** Until it starts, and on while it is sold. */
    Instant listedUntil() {
        Instant closes = row.sale().rules().closes(startsAt());
        return closes.isAfter(startsAt()) ? closes : startsAt();
    }

    ZoneId zone() {
        return onSale.occasion().zone();
    }

    /** The lowest with its fee, in minor units. */
    long priceFrom() {
        return Objects.requireNonNull(row.priceFrom());
    }

    String currency() {
        return row.sale().prices().getFirst().currency();
    }
}
