package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.catalogue.Availability;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.venues.Venue;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Events as answers have them. */
public final class EventDocuments {

    private final @Nullable Availability availability;

    /**
     * @param availability null where nobody watches the ledger; then nothing is said of free seats
     */
    public EventDocuments(@Nullable Availability availability) {
        this.availability = availability;
    }

    /** As the listing has it. */
    Map<String, @Nullable Object> summary(PublishedEvent event) {
        Map<String, @Nullable Object> document = head(event.row());
        long capacity = event.capacity();
        document.put("capacity", capacity);
        Integer free = availability == null ? null : availability.free(event.onSale());
        document.put("soldOut", free != null && free == 0);
        if (free != null) {
            document.put("free", free);
        }
        return document;
    }

    /** Whole, as the event's own page has it. */
    Map<String, @Nullable Object> detail(PublishedEvent event) {
        Map<String, @Nullable Object> document = summary(event);
        addSale(document, event.row());
        addHouse(document, event.row(), event.plan().plan());
        return document;
    }

    /** Whole, as its organiser sees it, also while it is a draft. */
    Map<String, @Nullable Object> own(
            EventRow row, @Nullable PublishedEvent event, @Nullable Plan plan) {
        Map<String, @Nullable Object> document = event == null ? head(row) : summary(event);
        document.put("status", row.status().word());
        addSale(document, row);
        if (plan != null) {
            addHouse(document, row, plan);
        }
        List<Map<String, @Nullable Object>> channels = new ArrayList<>();
        row.sale().channels().forEach(channel -> channels.add(channel(channel)));
        document.put("channels", channels);
        return document;
    }

    private static Map<String, @Nullable Object> head(EventRow row) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", Ids.text(row.id()));
        document.put("name", row.about().name());
        document.put("venue", Venue.document(row.venue()));
        document.put("startsAt", row.about().startsAt());
        document.put("category", row.about().category());
        document.put("status", row.status().word());
        document.put("priceFrom", priceFrom(row));
        document.put("onSaleAt", row.sale().rules().onSaleAt());
        document.put("closesAt", row.sale().rules().closes(row.about().startsAt()));
        return document;
    }

    private static @Nullable Money priceFrom(EventRow row) {
        return row.priceFrom() == null
                ? null
                : new Money(row.priceFrom(), row.sale().prices().getFirst().currency());
    }

    private static void addSale(Map<String, @Nullable Object> document, EventRow row) {
        SaleRules rules = row.sale().rules();
        document.put("description", row.about().description());
        document.put("organiser", Ids.text(row.organiser()));
        Map<String, @Nullable Object> sale = new LinkedHashMap<>();
        sale.put("orphanSeats", rules.orphanSeats().word());
        sale.put("maxSeatsPerBuyer", rules.maxSeatsPerBuyer());
        sale.put("maxSeatsPerHold", Rules.MAX_SEATS_PER_HOLD);
        sale.put("holdSeconds", rules.holdSeconds());
        sale.put("maxExtensions", rules.maxExtensions());
        sale.put("onSaleAt", rules.onSaleAt());
        sale.put("closesAt", rules.closes(row.about().startsAt()));
        document.put("rules", sale);
        List<Map<String, @Nullable Object>> onSales = new ArrayList<>();
        onSales.add(onSale("public", rules.onSaleAt(), rules.closes(row.about().startsAt())));
        for (SalesChannel channel : row.sale().channels()) {
            if (channel.opensAt() != null) {
                Instant closes = channel.closesAt();
                onSales.add(
                        onSale(
                                channel.name(),
                                channel.opensAt(),
                                closes == null ? rules.closes(row.about().startsAt()) : closes));
            }
        }
        document.put("onSales", onSales);
    }

    private static Map<String, @Nullable Object> onSale(
            String channel, @Nullable Instant opensAt, Instant closesAt) {
        Map<String, @Nullable Object> onSale = new LinkedHashMap<>();
        onSale.put("channel", channel);
        onSale.put("opensAt", opensAt);
        onSale.put("closesAt", closesAt);
        return onSale;
    }

    private static void addHouse(Map<String, @Nullable Object> document, EventRow row, Plan plan) {
        Map<String, @Nullable Object> house = new LinkedHashMap<>();
        house.put("id", plan.digest());
        house.put("digest", plan.digest());
        house.put("name", plan.frame().name());
        house.put("seats", plan.seatCount());
        house.put("href", "/api/v1/events/" + Ids.text(row.id()) + "/plan");
        document.put("plan", house);
        document.put("zones", zones(row, plan));
        List<Map<String, @Nullable Object>> areas = new ArrayList<>();
        for (SeatingPlan.Area area : plan.areas()) {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            shown.put("id", area.id());
            shown.put("name", area.name());
            shown.put("capacity", area.capacity());
            shown.put("zone", plan.zones().get(area.zone()));
            areas.add(shown);
        }
        document.put("areas", areas);
    }

    private static List<Map<String, @Nullable Object>> zones(EventRow row, Plan plan) {
        Tariff tariff = row.priceFrom() == null ? null : Tariff.of(plan, row.sale().prices());
        List<Map<String, @Nullable Object>> zones = new ArrayList<>();
        for (int zone = 0; zone < plan.zones().size(); zone++) {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            shown.put("index", zone);
            shown.put("name", plan.zones().get(zone));
            shown.put("color", plan.frame().zones().get(zone).color());
            if (tariff != null) {
                Money price = Objects.requireNonNull(tariff.prices().get(zone));
                Money fee = tariff.fees().get(zone);
                shown.put("price", price);
                shown.put("fee", fee);
                shown.put("total", price.plus(fee));
            }
            zones.add(shown);
        }
        return zones;
    }

    private static Map<String, @Nullable Object> channel(SalesChannel channel) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("channel", channel.name());
        shown.put("number", channel.number());
        shown.put("opensAt", channel.opensAt());
        shown.put("closesAt", channel.closesAt());
        return shown;
    }
}
