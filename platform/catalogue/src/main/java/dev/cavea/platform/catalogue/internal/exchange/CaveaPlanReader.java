package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Frame;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDocument;
import dev.cavea.platform.catalogue.internal.plan.PlanDraft;
import dev.cavea.platform.catalogue.internal.plan.Section;
import dev.cavea.platform.catalogue.internal.plan.Shape;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.StandingArea;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code cavea-plan/1}. */
final class CaveaPlanReader {

    private static final Pattern SECTION_ID = Pattern.compile("[\\p{L}\\p{N}_. -]{1,40}");
    private static final int MAX_CAPACITY = 1_000_000;

    private final JsonWalk walk;
    private final String path;
    private final Findings findings;
    private final PlanDraft draft;
    private final List<Zone> zones = new ArrayList<>();
    private final ZoneUse zoneUse = new ZoneUse();
    private String name = "Plan";
    private double width;
    private double height;
    private double pitch = 25;
    private @Nullable Focus focus;
    private int sections;

    private CaveaPlanReader(JsonParser parser, String path, Findings findings) {
        this.walk = new JsonWalk(parser, findings);
        this.path = path;
        this.findings = findings;
        this.draft = new PlanDraft(findings);
    }

    /**
     * @param path where the plan is in what was sent, ending in a dot, or empty
     */
    static Plan read(JsonParser parser, String path, Findings findings) throws IOException {
        return new CaveaPlanReader(parser, path, findings).read();
    }

    private Plan read() throws IOException {
        walk.object(path, this::readMember);
        zoneUse.check(zones.size(), findings);
        return draft.build(new Frame(name, width, height, pitch, focus, zones));
    }

    private void readMember(String member) throws IOException {
        String at = path + member;
        switch (member) {
            case "sections" -> walk.array(at, this::readSection);
            case "zones" ->
                    walk.array(at, p -> zones.add(Drawings.zone(walk.fields(p), zones.size())));
            case "areas" -> walk.array(at, p -> readArea(walk.fields(p)));
            case "shapes" -> walk.array(at, p -> readShape(walk.fields(p)));
            case "focus" -> readFocus(at);
            case "size" -> {
                Fields size = walk.fields(at);
                width = size.number("width", 0, Drawings.FAR);
                height = size.number("height", 0, Drawings.FAR);
            }
            case "format", "name", "pitch" -> readScalar(member);
            default -> {
                findings.add(at, "is not known here", "the members of " + PlanDocument.FORMAT);
                walk.skip();
            }
        }
    }

    private void readFocus(String at) throws IOException {
        JsonNode node = walk.tree();
        focus = node.isNull() ? null : Drawings.focus(Fields.of(node, at, findings));
    }

    private void readScalar(String member) throws IOException {
        Fields fields =
                walk.alone(path.isEmpty() ? "" : path.substring(0, path.length() - 1), member);
        switch (member) {
            case "format" -> fields.word("format", "", PlanDocument.FORMAT);
            case "name" -> name = fields.text("name", 200);
            case "pitch" -> pitch = fields.number("pitch", 1, 10_000);
            default -> throw new IllegalStateException(member);
        }
    }

    private void readArea(Fields area) {
        int zone = (int) area.whole("zone", 0, Zone.MAX - 1);
        zoneUse.add(zone, area.at("zone"));
        draft.standing(
                new StandingArea(
                        new SeatingPlan.Area(
                                area.text("id", 40),
                                area.text("name", 80),
                                (int) area.whole("capacity", 1, MAX_CAPACITY),
                                zone),
                        Drawings.points(area, "outline")));
    }

    private void readShape(Fields fields) {
        Shape shape = Drawings.shape(fields);
        if (shape != null) {
            draft.shape(shape);
        }
    }

    /** What a section says of itself, which may come after its rows. */
    private static final class SectionHead {
        @Nullable String id;
        @Nullable String name;
        List<Spot> outline = List.of();
        boolean derivesIds;
    }

    private void readSection(String at) throws IOException {
        SectionHead head = new SectionHead();
        if (++sections == PlanDraft.MAX_SECTIONS + 1) {
            findings.add(at, "is one too many", "at most 5,000 sections");
        }
        draft.section(new Section("?" + sections, "?" + sections, List.of()));
        walk.object(at, member -> readSectionMember(at, member, head));
        String id = head.id;
        if (id == null) {
            findings.add(at + ".id", "is missing", "text of 1 to 40 characters");
            return;
        }
        if (!SECTION_ID.matcher(id).matches() || (head.derivesIds && id.contains("-"))) {
            findings.add(
                    at + ".id",
                    "\"" + id + "\" cannot begin a seat's id",
                    "letters, digits, '_', '.', spaces; '-' only where every row gives its ids");
        }
        String title = head.name == null ? id : head.name;
        draft.nameLastSection(new Section(id, title, head.outline));
    }

    private void readSectionMember(String at, String member, SectionHead head) throws IOException {
        switch (member) {
            case "rows" -> walk.array(at + ".rows", p -> readRow(walk.fields(p), head));
            case "id", "name", "outline" -> {
                Fields fields = walk.alone(at, member);
                if (member.equals("outline")) {
                    head.outline = Drawings.points(fields, "outline");
                } else if (member.equals("id")) {
                    head.id = fields.textOrNull("id", 40);
                } else {
                    head.name = fields.textOrNull("name", 80);
                }
            }
            default -> {
                findings.add(at + "." + member, "is not known here", "id, name, outline, rows");
                walk.skip();
            }
        }
    }

    private void readRow(Fields row, SectionHead head) {
        row.only("label", "numbers", "ids", "x", "y", "zones", "flags", "quality");
        SeatRow seats = SeatRow.read(row);
        head.derivesIds |= !row.has("ids");
        draft.row(seats.label());
        for (int seat = 0; seat < seats.count(); seat++) {
            if (draft.isFull()) {
                row.wrong("numbers", "has a seat too many", "at most 250,000 seats in a plan");
                return;
            }
            zoneUse.add(seats.zone(seat), row.at("zones"));
            draft.seat(seats.seat(seat));
        }
    }
}
