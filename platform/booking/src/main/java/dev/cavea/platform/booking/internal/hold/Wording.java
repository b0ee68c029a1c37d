package dev.cavea.platform.booking.internal.hold;

import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.HoldBest;
import dev.cavea.ledger.core.command.HoldCapacity;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.house.Wish;
import dev.cavea.platform.booking.HoldRequest;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From public ids to the ledger's terms. Whatever cannot be a command for this event is refused
 * here and never reaches the log.
 */
public final class Wording {

    private Wording() {}

    /**
     * @throws Problem 404 {@code unknown-seat}, {@code unknown-area}; 422 {@code duplicate-seat},
     *     {@code too-many-seats}, {@code invalid-field}; 409 {@code not-enough-together}
     */
    public static Command command(EventOnSale event, HoldId id, long buyer, HoldRequest request) {
        return switch (request) {
            case HoldRequest.Named(var names) ->
                    new HoldSeats(event.id(), id, buyer, Rules.PUBLIC, seats(event.plan(), names));
            case HoldRequest.Best best ->
                    new HoldBest(event.id(), id, buyer, Rules.PUBLIC, wish(event, best));
            case HoldRequest.Standing(String area, int quantity) ->
                    new HoldCapacity(
                            event.id(),
                            id,
                            buyer,
                            Rules.PUBLIC,
                            area(event.plan(), area),
                            quantity("quantity", quantity));
        };
    }

    private static Seats seats(SeatingPlan plan, List<String> names) {
        if (names.isEmpty()) {
            throw Problems.invalidField("seats", "is empty", "1 to 50 seat ids");
        }
        if (names.size() > HoldRequest.MOST_SEATS) {
            throw tooMany();
        }
        int[] indexes = new int[names.size()];
        List<String> unknown = null;
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = plan.indexOf(names.get(i));
            if (indexes[i] < 0) {
                unknown = noted(unknown, names.get(i));
            }
        }
        if (unknown != null) {
            throw Refusals.unknownSeats(unknown);
        }
        refuseDuplicates(indexes, names);
        return Seats.wrap(indexes);
    }

    private static List<String> noted(@Nullable List<String> before, String name) {
        List<String> names = before == null ? new ArrayList<>() : before;
        names.add(name);
        return names;
    }

    private static void refuseDuplicates(int[] indexes, List<String> names) {
        for (int i = 1; i < indexes.length; i++) {
            for (int j = 0; j < i; j++) {
                if (indexes[i] == indexes[j]) {
                    throw new Problem(
                                    422,
                                    "duplicate-seat",
                                    "A seat is named twice",
                                    "Seat " + names.get(i) + " is named more than once.")
                            .with("seat", names.get(i));
                }
            }
        }
    }

    static Problem tooMany() {
        return new Problem(
                        422,
                        "too-many-seats",
                        "Too many seats in one request",
                        "One request may name at most " + HoldRequest.MOST_SEATS + " seats.")
                .with("limit", HoldRequest.MOST_SEATS);
    }

    private static Wish wish(EventOnSale event, HoldRequest.Best best) {
        SeatingPlan plan = event.plan();
        long zones = best.zone() == null ? Wish.ANY_ZONE : 1L << zone(plan, best.zone());
        if (best.maxPriceMinor() != null) {
            zones &= affordable(event, best.maxPriceMinor());
        }
        if (zones == 0) {
            throw Refusals.nothingAtThisPrice();
        }
        int section = best.section() == null ? Wish.ANY_SECTION : section(plan, best.section());
        int count = quantity("best.count", best.count());
        return new Wish(count, zones, section, best.accessible(), best.together());
    }

    private static long affordable(EventOnSale event, long maxPriceMinor) {
        long zones = 0;
        for (int zone = 0; zone < event.zonePrices().size(); zone++) {
            if (event.priceWithFees(zone).amountMinor() <= maxPriceMinor) {
                zones |= 1L << zone;
            }
        }
        return zones;
    }

    private static int zone(SeatingPlan plan, String name) {
        int zone = plan.zones().indexOf(name);
        if (zone < 0) {
            throw Problems.invalidField("best.zone", "is not a zone of this event", plan.zones());
        }
        return zone;
    }

    private static int section(SeatingPlan plan, String name) {
        int section = plan.sections().indexOf(name);
        if (section < 0) {
            throw Problems.invalidField(
                    "best.section", "is not a section of this event", plan.sections());
        }
        return section;
    }

    private static int area(SeatingPlan plan, String id) {
        List<SeatingPlan.Area> areas = plan.areas();
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).id().equals(id)) {
                return i;
            }
        }
        throw Problems.notFound("unknown-area", "This event has no area " + id + ".")
                .with("allowed", areas.stream().map(SeatingPlan.Area::id).toList());
    }

    private static int quantity(String field, int quantity) {
        if (quantity < 1) {
            throw Problems.invalidField(field, "is " + quantity, "1 to " + HoldRequest.MOST_SEATS);
        }
        if (quantity > HoldRequest.MOST_SEATS) {
            throw tooMany();
        }
        return quantity;
    }
}
