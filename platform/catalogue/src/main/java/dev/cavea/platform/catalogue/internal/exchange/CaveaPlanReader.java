package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Frame;
import dev.cavea.platform.catalogue.internal.plan.Limits;
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
import org.jspecify.annotations.Nullable;

/** Reads {@code cavea-plan/1}. */
final class CaveaPlanReader {

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
            case "sections" -> walk.array(at, Limits.SECTIONS, this::readSection);
            case "zones" ->
                    walk.array(
                            at,
                            Zone.MAX,
                            p -> zones.add(Drawings.zone(walk.fields(p), zones.size())));
            case "areas" -> walk.array(at, Limits.DRAWINGS, p -> readArea(walk.fields(p)));
            case "shapes" -> walk.array(at, Limits.DRAWINGS, p -> readShape(walk.fields(p)));
            case "focus" -> readFocus(at);
            case "size" -> {
                Fields size = walk.fields(at);
                width = size.number("width", 0, Limits.LARGEST_SIDE);
                height = size.number("height", 0, Limits.LARGEST_SIDE);
            }
            case "format", "name", "pitch" -> readScalar(member);
            default -> {
                findings.add(at, "is unknown", "the members of " + PlanDocument.FORMAT);
                walk.skip();
            }
        }
    }

    private void readFocus(String at) throws IOException {
        JsonNode node = walk.tree(at);
        focus = node.isNull() ? null : Drawings.focus(Fields.of(node, at, findings));
    }

    private void readScalar(String member) throws IOException {
        Fields fields =
                walk.alone(path.isEmpty() ? "" : path.substring(0, path.length() - 1), member);
        switch (member) {
            case "format" -> fields.word("format", "", PlanDocument.FORMAT);
            case "name" -> name = fields.text("name", Limits.PLAN_NAME);
            case "pitch" -> pitch = fields.number("pitch", 1, 10_000);
            default -> throw new IllegalStateException(member);
        }
    }

    private void readArea(Fields area) {
        int zone = (int) area.whole("zone", 0, Zone.MAX - 1);
        zoneUse.add(zone, () -> area.at("zone"));
        draft.standing(
                new StandingArea(
                        new SeatingPlan.Area(
                                area.text("id", Limits.NAME),
                                area.text("name", Limits.NAME),
                                (int) area.whole("capacity", 1, Limits.CAPACITY),
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
        boolean identified;
    }

    private void readSection(String at) throws IOException {
        SectionHead head = new SectionHead();
        sections++;
        draft.section(new Section("?" + sections, "?" + sections, List.of()));
        walk.object(at, member -> readSectionMember(at, member, head));
        String id = head.id;
        if (id == null) {
            if (!head.identified) {
                findings.add(at + ".id", "is missing", Words.allowed(Limits.NAME));
            }
            return;
        }
        String title = head.name == null ? id : head.name;
        draft.nameLastSection(new Section(id, title, head.outline));
    }

    private void readSectionMember(String at, String member, SectionHead head) throws IOException {
        switch (member) {
            case "rows" -> walk.array(at + ".rows", Limits.SEATS, this::readRow);
            case "id", "name", "outline" -> {
                Fields fields = walk.alone(at, member);
                if (member.equals("outline")) {
                    head.outline = Drawings.points(fields, "outline");
                } else if (member.equals("id")) {
                    head.identified = true;
                    head.id = fields.textOrNull("id", Limits.NAME);
                } else {
                    head.name = fields.textOrNull("name", Limits.NAME);
                }
            }
            default -> {
                findings.add(at + "." + member, "is unknown", "id, name, outline, rows");
                walk.skip();
            }
        }
    }

    private void readRow(String at) throws IOException {
        SeatRow row = SeatRow.read(walk, at);
        if (row == null) {
            return;
        }
        if (row.count() > Limits.SEATS - draft.seatCount()) {
            walk.tooMany(at + ".numbers", Limits.SEATS);
        }
        draft.row(row.label());
        for (int i = 0; i < row.count(); i++) {
            PlanDraft.Seat seat = row.seat(i);
            zoneUse.add(seat.zone(), () -> at + ".zones");
            draft.seat(seat);
        }
    }
}
