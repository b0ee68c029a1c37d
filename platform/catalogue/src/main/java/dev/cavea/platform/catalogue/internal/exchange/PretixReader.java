package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixArea;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixRow;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixSeat;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixZone;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.PlanDraft;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads pretix' seating-plan JSON (the format of pretix' {@code seating-plan.schema.json}): zones
 * of rows of seats, each placed relative to what it is in. What it has beside that (border colours,
 * where row numbers are drawn) is passed over.
 */
final class PretixReader {

    private static final int MAX_LABEL = 20;
    private static final int MAX_ID = 100;
    private static final int MAX_ZONES = 1_000;

    private final JsonWalk walk;
    private final String path;
    private final Findings findings;
    private final List<Zone> categories = new ArrayList<>();
    private final List<PretixZone> zones = new ArrayList<>();
    private String name = "Plan";
    private int seats;

    private PretixReader(JsonParser parser, String path, Findings findings) {
        this.walk = new JsonWalk(parser, findings);
        this.path = path;
        this.findings = findings;
    }

    static PretixPlan read(JsonParser parser, String path, Findings findings) throws IOException {
        return new PretixReader(parser, path, findings).read();
    }

    private PretixPlan read() throws IOException {
        walk.object(path, this::readMember);
        if (categories.isEmpty() || categories.size() > Zone.MAX) {
            findings.add(
                    path + "categories", "there are " + categories.size(), "1 to 64 categories");
        }
        return new PretixPlan(name, categories, zones);
    }

    private void readMember(String member) throws IOException {
        String at = path + member;
        switch (member) {
            case "name" -> {
                JsonNode text = walk.tree();
                name = text.asText().isBlank() ? name : text.asText().strip();
            }
            case "categories" -> walk.array(at, p -> readCategory(walk.fields(p)));
            case "zones" -> walk.array(at, this::readZone);
            default -> walk.skip();
        }
    }

    private void readCategory(Fields fields) {
        Zone category = Drawings.zone(fields, categories.size());
        if (isKnown(category.name())) {
            fields.wrong("name", "another category has this name", "names that differ");
        }
        categories.add(category);
    }

    private boolean isKnown(String category) {
        return categories.stream().anyMatch(known -> known.name().equals(category));
    }

    /** What a zone says of itself, which may come after its rows. */
    private static final class ZoneHead {
        String id = "";
        String name = "";
        Spot at = new Spot(0, 0);
        final List<PretixRow> rows = new ArrayList<>();
        final List<PretixArea> areas = new ArrayList<>();
    }

    private void readZone(String at) throws IOException {
        if (zones.size() == MAX_ZONES) {
            findings.add(at, "is one too many", "at most 1,000 zones");
        }
        ZoneHead head = new ZoneHead();
        walk.object(at, member -> readZoneMember(at, member, head));
        String fallback = "Zone " + (zones.size() + 1);
        String title = head.name.isEmpty() ? fallback : head.name;
        String id = head.id.isEmpty() ? title : head.id;
        zones.add(
                new PretixZone(
                        id,
                        title,
                        head.rows.stream().map(row -> moved(row, head.at)).toList(),
                        head.areas.stream().map(area -> moved(area, head.at)).toList()));
    }

    private void readZoneMember(String at, String member, ZoneHead head) throws IOException {
        switch (member) {
            case "name" -> head.name = shortText(walk.tree());
            case "zone_id" -> head.id = shortText(walk.tree());
            case "position" -> head.at = position(walk.fields(at + ".position"));
            case "rows" ->
                    walk.array(
                            at + ".rows",
                            p -> head.rows.add(row(walk.fields(p), p, head.rows.size())));
            case "areas" ->
                    walk.array(
                            at + ".areas",
                            p -> {
                                PretixArea area = PretixDrawings.area(walk.fields(p));
                                if (area != null) {
                                    head.areas.add(area);
                                }
                            });
            default -> walk.skip();
        }
    }

    private static String shortText(JsonNode node) {
        String text = node.asText("").strip();
        return text.length() <= 60 ? text : text.substring(0, 60);
    }

    static Spot position(Fields position) {
        return new Spot(
                position.number("x", -Drawings.FAR, Drawings.FAR),
                position.number("y", -Drawings.FAR, Drawings.FAR));
    }

    private PretixRow row(Fields row, String at, int index) {
        Spot origin = position(row.object("position"));
        String given = label(row, "row_number");
        List<PretixSeat> read = new ArrayList<>();
        for (Fields seat : row.objects("seats", PlanDraft.MAX_SEATS)) {
            if (++seats == PlanDraft.MAX_SEATS + 1) {
                seat.wrong("seat_guid", "is one too many", "at most 250,000 seats in a plan");
            }
            read.add(seat(seat, origin, read.size()));
        }
        return new PretixRow(given == null ? Integer.toString(index + 1) : given, read, at);
    }

    private PretixSeat seat(Fields seat, Spot row, int index) {
        Spot at = position(seat.object("position")).moved(row.x(), row.y());
        String number = label(seat, "seat_number");
        String category = seat.text("category", 80);
        if (!isKnown(category) && !categories.isEmpty()) {
            seat.wrong(
                    "category",
                    "there is no category \"" + category + "\"",
                    String.join(", ", categories.stream().map(Zone::name).toList()));
        }
        return new PretixSeat(
                seat.text("seat_guid", MAX_ID),
                seat.textOrNull("uuid", MAX_ID),
                number == null ? Integer.toString(index + 1) : number,
                category,
                at);
    }

    /** Null where it is missing or empty, which pretix allows. */
    private static @Nullable String label(Fields fields, String name) {
        JsonNode node = fields.node(name);
        if (node.isNumber()) {
            return node.asText();
        }
        return node.isTextual() && node.textValue().isBlank()
                ? null
                : fields.textOrNull(name, MAX_LABEL);
    }

    private static PretixRow moved(PretixRow row, Spot zone) {
        return new PretixRow(
                row.label(),
                row.seats().stream()
                        .map(
                                s ->
                                        new PretixSeat(
                                                s.guid(),
                                                s.uuid(),
                                                s.number(),
                                                s.category(),
                                                s.at().moved(zone.x(), zone.y())))
                        .toList(),
                row.path());
    }

    private static PretixArea moved(PretixArea area, Spot zone) {
        return new PretixArea(
                area.shape().moved(zone.x(), zone.y()),
                area.bounds().moved(zone.x(), zone.y()),
                area.text());
    }
}
