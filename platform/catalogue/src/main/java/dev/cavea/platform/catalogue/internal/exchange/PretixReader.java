package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixArea;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixRow;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixZone;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Limits;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads pretix' seating-plan JSON: zones of rows of seats, each placed relative to what it is in.
 * Members may come in any order, and what pretix itself lets be missing may be missing. What a plan
 * of ours has no place for is passed over; what pretix does not know either is warned about.
 */
final class PretixReader {

    private static final int MAX_ZONES = 1_000;

    private final JsonWalk walk;
    private final String path;
    private final Findings findings;
    private final PretixCategories categories;
    private final PassedOver passedOver;
    private final PretixSeats seats;
    private final List<PretixZone> zones = new ArrayList<>();
    private String name = "Plan";
    private @Nullable Spot size;
    private int rows;

    private PretixReader(JsonParser parser, String path, Findings findings) {
        this.walk = new JsonWalk(parser, findings);
        this.path = path;
        this.findings = findings;
        this.passedOver = new PassedOver(findings);
        this.categories = new PretixCategories(path, passedOver, findings);
        this.seats = new PretixSeats(walk, categories, passedOver);
    }

    static PretixPlan read(JsonParser parser, String path, Findings findings) throws IOException {
        return new PretixReader(parser, path, findings).read();
    }

    private PretixPlan read() throws IOException {
        walk.object(path, this::readMember);
        PretixPlan plan = new PretixPlan(name, categories.settle(), zones, size);
        passedOver.warn();
        return plan;
    }

    private void readMember(String member) throws IOException {
        String at = path + member;
        switch (member) {
            case "name" -> {
                String given = text(walk.tree(at));
                if (!given.isBlank()) {
                    String line = given.strip().replaceAll("[\\t\\r\\n]+", " ");
                    name = Words.line(line, Limits.PLAN_NAME, () -> at, findings);
                }
            }
            case "categories" ->
                    walk.array(at, 2 * Limits.DRAWINGS, p -> categories.read(walk.fields(p)));
            case "zones" -> walk.array(at, MAX_ZONES, this::readZone);
            case "size" -> size = size(walk.tree(at));
            default -> passOver(at);
        }
    }

    private void passOver(String at) throws IOException {
        passedOver.member(at);
        walk.skip();
    }

    /** Null for a size that says nothing: the page is then made around what is on it. */
    private static @Nullable Spot size(JsonNode size) {
        double width = size.path("width").asDouble();
        double height = size.path("height").asDouble();
        return width > 0 && height > 0 ? new Spot(width, height) : null;
    }

    /** What a zone says of itself, which may come after its rows. */
    private static final class ZoneHead {
        String id = "";
        String name = "";
        Spot at = PretixSeats.ORIGIN;
        final List<PretixRow> rows = new ArrayList<>();
        final List<PretixArea> areas = new ArrayList<>();
    }

    private void readZone(String at) throws IOException {
        ZoneHead head = new ZoneHead();
        walk.object(at, member -> readZoneMember(at, member, head));
        String fallback = "Zone " + (zones.size() + 1);
        String title = head.name.isEmpty() ? fallback : head.name;
        String id = head.id.isEmpty() ? title : head.id;
        zones.add(
                new PretixZone(id, title, List.copyOf(head.rows), List.copyOf(head.areas))
                        .moved(head.at));
    }

    private void readZoneMember(String zone, String member, ZoneHead head) throws IOException {
        String at = zone + "." + member;
        switch (member) {
            case "name" -> head.name = name(at);
            case "zone_id" -> head.id = name(at);
            case "position" -> head.at = PretixSeats.position(walk, at);
            case "rows" -> readRows(at, head);
            case "areas" -> readAreas(at, head);
            case "uuid", "displayed" -> walk.skip();
            default -> passOver(at);
        }
    }

    private void readRows(String at, ZoneHead head) throws IOException {
        if (walk.isNull()) {
            passedOver.empty(at);
            return;
        }
        walk.array(
                at,
                Limits.SEATS,
                p -> {
                    if (++rows > Limits.SEATS) {
                        walk.tooMany(p, Limits.SEATS);
                    }
                    head.rows.add(seats.row(p, head.rows.size()));
                });
    }

    private void readAreas(String at, ZoneHead head) throws IOException {
        if (walk.isNull()) {
            passedOver.empty(at);
            return;
        }
        walk.array(
                at,
                Limits.DRAWINGS,
                p -> {
                    Fields fields = walk.fields(p);
                    passedOver.others(fields, p, PretixDrawings.MEMBERS);
                    PretixArea area = PretixDrawings.area(fields, passedOver);
                    if (area != null) {
                        head.areas.add(area);
                    }
                });
    }

    private String name(String at) throws IOException {
        String given = text(walk.tree(at));
        String kept = Words.loose(given, Limits.NAME, () -> at, findings);
        if (kept.length() < given.strip().length() && kept.length() >= Limits.NAME / 2) {
            passedOver.shortened(at);
        }
        return kept;
    }

    static String text(JsonNode node) {
        return node.isTextual() || node.isNumber() ? node.asText() : "";
    }
}
