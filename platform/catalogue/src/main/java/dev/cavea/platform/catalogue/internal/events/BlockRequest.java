package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.catalogue.internal.plan.Limits;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Places of an event and the channel that they are, or were, kept for. */
record BlockRequest(EventRow row, SeatingPlan plan, String channel, Places places) {

    /** The channel of the seats that the house keeps for itself. */
    private static final String HOUSE = "house";

    private static final int SHOWN = 100;
    private static final int MOST_PLACES = 1_000_000;

    /** Seats or places, and the channel they are kept for. */
    @Schema(name = "BlockBody")
    public record BlockBody(
            @Nullable List<String> seats,
            @Nullable String area,
            @Nullable Integer quantity,
            @Schema(defaultValue = HOUSE) @Nullable String channel) {}

    /** Throws 422 with all that is wrong, 404 for seats that the plan does not have. */
    static BlockRequest read(EventRow row, SeatingPlan plan, BlockBody body) {
        Check check = new Check();
        String channel = check.lineIfAny("channel", body.channel(), 40);
        Places places =
                body.area() == null
                        ? seats(body.seats(), plan, check)
                        : standing(body.area(), body.quantity(), plan, check);
        check.orThrow();
        return new BlockRequest(
                row, plan, channel == null ? HOUSE : channel.toLowerCase(Locale.ROOT), places);
    }

    private static Places standing(
            String area, @Nullable Integer quantity, SeatingPlan plan, Check check) {
        List<String> areas = plan.areas().stream().map(SeatingPlan.Area::id).toList();
        int index = areas.indexOf(area);
        check.that("area", index >= 0, "is not in the plan", areas);
        check.present("quantity", quantity, "a whole number from 1 to " + MOST_PLACES);
        int places = quantity == null ? 1 : check.range("quantity", quantity, 1, MOST_PLACES);
        return new Places.Standing(Math.max(0, index), places);
    }

    private static Places seats(@Nullable List<String> ids, SeatingPlan plan, Check check) {
        check.sized("seats", ids, Limits.SEATS).orThrow();
        List<String> named = ids == null ? List.of() : ids;
        int[] seats = new int[named.size()];
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < seats.length; i++) {
            String id = String.valueOf(named.get(i));
            seats[i] = plan.indexOf(id);
            if (seats[i] < 0) {
                unknown.add(id);
            }
        }
        if (!unknown.isEmpty()) {
            throw Problems.notFound(
                            "unknown-seat", unknown.size() + " of the seats are not in the plan.")
                    .with("unknown", unknown.stream().limit(SHOWN).toList());
        }
        return new Places.Seated(Seats.wrap(seats));
    }
}
