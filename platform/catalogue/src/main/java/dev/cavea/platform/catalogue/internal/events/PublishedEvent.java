package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.catalogue.PriceVersion;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;
import dev.cavea.platform.catalogue.internal.venues.Venue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** A published event in memory, whole. */
record PublishedEvent(EventRow row, StoredPlan plan, EventOnSale onSale, SearchText text) {

    /** No hold lasts so long that an organiser could change prices more often meanwhile. */
    private static final int MOST_EARLIER = 100;

    /**
     * @param tariffs what it costs and used to cost, the newest first, read after the row
     */
    static PublishedEvent of(EventRow row, StoredPlan plan, List<TariffRows.Row> tariffs) {
        TariffRows.Row current =
                tariffs.stream()
                        .filter(tariff -> tariff.lines().equals(row.sale().prices()))
                        .findFirst()
                        .orElseGet(() -> new TariffRows.Row(0, row.sale().prices()));
        List<PriceVersion> earlier =
                tariffs.stream()
                        .filter(tariff -> tariff.version() < current.version())
                        .filter(tariff -> tariff.prices(plan.plan()))
                        .limit(MOST_EARLIER)
                        .map(tariff -> tariff.priced(plan.plan()))
                        .toList();
        EventOnSale onSale =
                new EventOnSale(
                        row.id(),
                        row.organiser(),
                        occasion(row),
                        row.status() == Status.CANCELLED,
                        plan.plan(),
                        current.priced(plan.plan()),
                        earlier,
                        row.rulesForLedger(),
                        row.sale().rules().maxSeatsHeldPerNetwork());
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
