package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.catalogue.internal.fields.Warning;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event whole.
 *
 * @param plan left out while a draft has none, as its zones and areas
 * @param channels for its organiser only
 * @param problem why it is not sold although it is published; for its organiser only
 * @param warnings what was settled without asking in the plan that came with the request, if
 *     anything
 */
@Schema(name = "Event")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
        @JsonUnwrapped EventSummary summary,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String description,
        String organiser,
        SaleView rules,
        List<OnSale> onSales,
        @Nullable House plan,
        @Nullable List<Zone> zones,
        @Nullable List<Area> areas,
        @Nullable List<Channel> channels,
        @Nullable String problem,
        @Nullable List<Warning> warnings) {

    /** How it is sold. */
    @Schema(name = "SaleRules")
    public record SaleView(
            String orphanSeats,
            int maxSeatsPerBuyer,
            int maxSeatsPerHold,
            int holdSeconds,
            int maxExtensions,
            @Schema(description = "0: no limit; absent or null: what the server is set to")
                    @Nullable Integer maxSeatsHeldPerNetwork,
            @Nullable Instant onSaleAt,
            Instant closesAt) {}

    /** When it is sold through a channel, the public one among them. */
    @Schema(name = "OnSale")
    public record OnSale(String channel, @Nullable Instant opensAt, Instant closesAt) {}

    /** Its plan, whose geometry is elsewhere. */
    @Schema(name = "EventPlan")
    public record House(String id, String digest, String name, int seats, String href) {}

    /** A zone and what it costs; without a price while the organiser has given none. */
    @Schema(name = "EventZone")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Zone(
            int index,
            String name,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String color,
            @Nullable Money price,
            @Nullable Money fee,
            @Nullable Money total) {}

    /** Standing room. */
    @Schema(name = "EventArea")
    public record Area(String id, String name, int capacity, String zone) {}

    /** A channel beside the public one, with the number that the ledger knows it by. */
    @Schema(name = "Channel")
    public record Channel(
            String channel, int number, @Nullable Instant opensAt, @Nullable Instant closesAt) {}

    static EventView of(EventSummary summary, EventRow row, @Nullable Plan plan) {
        return new EventView(
                summary,
                row.about().description(),
                Ids.text(row.organiser()),
                sale(row),
                onSales(row),
                plan == null ? null : house(row, plan),
                plan == null ? null : zones(row, plan),
                plan == null ? null : areas(plan),
                null,
                null,
                null);
    }

    EventView forOrganiser(List<SalesChannel> all, @Nullable String trouble) {
        List<Channel> shown =
                all.stream()
                        .map(c -> new Channel(c.name(), c.number(), c.opensAt(), c.closesAt()))
                        .toList();
        return new EventView(
                summary,
                description,
                organiser,
                rules,
                onSales,
                plan,
                zones,
                areas,
                shown,
                trouble,
                warnings);
    }

    EventView with(List<Warning> noted) {
        return new EventView(
                summary,
                description,
                organiser,
                rules,
                onSales,
                plan,
                zones,
                areas,
                channels,
                problem,
                noted.isEmpty() ? null : noted);
    }

    private static SaleView sale(EventRow row) {
        SaleRules rules = row.sale().rules();
        return new SaleView(
                rules.orphanSeats().word(),
                rules.maxSeatsPerBuyer(),
                Rules.MAX_SEATS_PER_HOLD,
                rules.holdSeconds(),
                rules.maxExtensions(),
                rules.maxSeatsHeldPerNetwork(),
                rules.onSaleAt(),
                rules.closes(row.about().startsAt()));
    }

    private static List<OnSale> onSales(EventRow row) {
        SaleRules rules = row.sale().rules();
        Instant closes = rules.closes(row.about().startsAt());
        List<OnSale> onSales = new ArrayList<>();
        onSales.add(new OnSale("public", rules.onSaleAt(), closes));
        for (SalesChannel channel : row.sale().channels()) {
            if (channel.opensAt() != null) {
                Instant end = channel.closesAt();
                onSales.add(
                        new OnSale(channel.name(), channel.opensAt(), end == null ? closes : end));
            }
        }
        return onSales;
    }

    private static House house(EventRow row, Plan plan) {
        return new House(
                plan.digest(),
                plan.digest(),
                plan.frame().name(),
                plan.seatCount(),
                "/api/v1/events/" + Ids.text(row.id()) + "/plan");
    }

    private static List<Zone> zones(EventRow row, Plan plan) {
        Tariff tariff = row.priceFrom() == null ? null : Tariff.of(plan, row.sale().prices());
        List<Zone> zones = new ArrayList<>();
        for (int zone = 0; zone < plan.zones().size(); zone++) {
            Money price = tariff == null ? null : tariff.prices().get(zone);
            Money fee = tariff == null ? null : tariff.fees().get(zone);
            zones.add(
                    new Zone(
                            zone,
                            plan.zones().get(zone),
                            plan.frame().zones().get(zone).color(),
                            price,
                            fee,
                            price == null || fee == null ? null : price.plus(fee)));
        }
        return zones;
    }

    private static List<Area> areas(Plan plan) {
        return plan.areas().stream()
                .map(a -> new Area(a.id(), a.name(), a.capacity(), plan.zones().get(a.zone())))
                .toList();
    }
}
