package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;

/** A published event in memory, whole. */
public record PublishedEvent(EventRow row, StoredPlan plan, EventOnSale onSale) {

    public static PublishedEvent of(EventRow row, StoredPlan plan) {
        Tariff tariff = Tariff.of(plan.plan(), row.sale().prices());
        EventOnSale onSale =
                new EventOnSale(
                        row.id(),
                        row.organiser(),
                        row.about().name(),
                        row.venue() == null ? null : row.venue().name() + ", " + row.venue().city(),
                        row.about().startsAt().toEpochMilli(),
                        row.status() == Status.CANCELLED,
                        plan.plan(),
                        tariff.prices(),
                        tariff.fees(),
                        row.sale()
                                .rules()
                                .forLedger(row.about().startsAt(), row.sale().channels()));
        return new PublishedEvent(row, plan, onSale);
    }

    /** Seats and places. */
    public long capacity() {
        return plan.plan().seatCount()
                + plan.plan().areas().stream().mapToLong(area -> area.capacity()).sum();
    }
}
