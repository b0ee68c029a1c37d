package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Limits;
import dev.cavea.platform.edge.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Places of an event and the channel that they are, or were, kept for. */
record BlockRequest(EventRow row, SeatingPlan plan, String channel, Places places) {

    /** The channel of the seats that the house keeps for itself. */
    private static final String HOUSE = "house";

    private static final int SHOWN = 100;

    /** Throws 422 with all that is wrong, 404 for seats that the plan does not have. */
    static BlockRequest read(EventRow row, SeatingPlan plan, JsonNode body) {
        Findings findings = new Findings("invalid-field", "A field cannot be accepted");
        Fields fields = Fields.of(body, "", findings);
        fields.only("seats", "area", "quantity", "channel");
        String channel = fields.textOrNull("channel", 40);
        Places places = places(fields, plan);
        findings.throwIfAny();
        return new BlockRequest(
                row, plan, channel == null ? HOUSE : channel.toLowerCase(Locale.ROOT), places);
    }

    private static Places places(Fields fields, SeatingPlan plan) {
        if (fields.has("area")) {
            String id = fields.text("area", 40);
            int quantity = (int) fields.whole("quantity", 1, 1_000_000);
            List<String> areas = plan.areas().stream().map(SeatingPlan.Area::id).toList();
            if (!areas.contains(id)) {
                fields.wrong("area", "there is no area " + id, String.join(", ", areas));
            }
            return new Places.Standing(areas.indexOf(id), quantity);
        }
        if (!fields.has("seats")) {
            fields.wrong("seats", "is missing", "a list of seat ids, or area and quantity");
        }
        return seats(fields.elements("seats", Limits.SEATS), plan);
    }

    private static Places seats(List<JsonNode> ids, SeatingPlan plan) {
        int[] seats = new int[ids.size()];
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < seats.length; i++) {
            seats[i] = plan.indexOf(ids.get(i).asText());
            if (seats[i] < 0) {
                unknown.add(ids.get(i).asText());
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
