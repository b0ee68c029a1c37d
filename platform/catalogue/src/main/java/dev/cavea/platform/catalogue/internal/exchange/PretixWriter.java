package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.Section;
import dev.cavea.platform.catalogue.internal.plan.Shape;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.StandingArea;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as pretix has it: one pretix zone a section, and one more for what is drawn. pretix
 * knows neither wheelchair places nor counted areas in a plan; areas are drawn, with their names.
 */
final class PretixWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final Plan plan;
    private final JsonGenerator json;

    private PretixWriter(Plan plan, JsonGenerator json) {
        this.plan = plan;
        this.json = json;
    }

    static byte[] write(Plan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            new PretixWriter(plan, json).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("name", plan.frame().name());
        json.writeArrayFieldStart("categories");
        for (Zone zone : plan.frame().zones()) {
            json.writeStartObject();
            json.writeStringField("name", zone.name());
            json.writeStringField("color", zone.color());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("zones");
        int seat = 0;
        for (int section = 0; section < plan.drawnSections().size(); section++) {
            seat = writeSection(plan.drawnSections().get(section), section, seat);
        }
        writeDrawings();
        json.writeEndArray();
        json.writeObjectFieldStart("size");
        json.writeNumberField("width", plan.frame().width());
        json.writeNumberField("height", plan.frame().height());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void startZone(String id, String name) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("zone_id", id);
        json.writeStringField("uuid", uuid("zone " + id));
        position(new Spot(0, 0));
        json.writeArrayFieldStart("rows");
    }

    /** The seat after the section's last one. */
    private int writeSection(Section section, int index, int from) throws IOException {
        startZone(section.id(), section.name());
        int seat = from;
        while (seat < plan.seatCount() && plan.sectionIndex(seat) == index) {
            seat = writeRow(section, index, seat);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("areas");
        json.writeEndArray();
        json.writeEndObject();
        return seat;
    }

    private int writeRow(Section section, int index, int from) throws IOException {
        String label = plan.row(from);
        json.writeStartObject();
        json.writeStringField("row_number", label);
        json.writeStringField("row_number_position", "start");
        json.writeStringField("uuid", uuid("row " + section.id() + " " + label));
        position(new Spot(0, 0));
        json.writeArrayFieldStart("seats");
        int seat = from;
        while (seat < plan.seatCount()
                && plan.sectionIndex(seat) == index
                && plan.row(seat).equals(label)) {
            writeSeat(seat++);
        }
        json.writeEndArray();
        json.writeEndObject();
        return seat;
    }

    private void writeSeat(int seat) throws IOException {
        json.writeStartObject();
        json.writeStringField("seat_number", plan.number(seat));
        json.writeStringField("seat_guid", plan.seatId(seat));
        json.writeStringField("uuid", uuid("seat " + plan.seatId(seat)));
        position(new Spot(plan.x(seat), plan.y(seat)));
        json.writeStringField("category", plan.frame().zones().get(plan.zone(seat)).name());
        json.writeEndObject();
    }

    private void writeDrawings() throws IOException {
        startZone("drawings", "Drawings");
        json.writeEndArray();
        json.writeArrayFieldStart("areas");
        Focus focus = plan.frame().focus();
        if (focus != null) {
            double left = focus.x() - focus.width() / 2;
            double top = focus.y() - focus.height() / 2;
            writePolygon(
                    List.of(
                            new Spot(left, top),
                            new Spot(left + focus.width(), top),
                            new Spot(left + focus.width(), top + focus.height()),
                            new Spot(left, top + focus.height())),
                    null,
                    focus.kind() == Focus.Kind.FIELD ? "Field" : "Stage");
        }
        for (StandingArea standing : plan.standing()) {
            writePolygon(standing.outline(), null, standing.area().name());
        }
        for (Shape shape : plan.shapes()) {
            switch (shape) {
                case Shape.Polygon polygon ->
                        writePolygon(polygon.points(), polygon.fill(), polygon.text());
                case Shape.Circle circle -> {
                    startArea("circle", circle.centre(), circle.fill());
                    json.writeObjectFieldStart("circle");
                    json.writeNumberField("radius", circle.radius());
                    json.writeEndObject();
                    endArea(circle.text());
                }
                case Shape.Text text -> {
                    startArea("text", text.at(), text.fill());
                    endArea(text.text());
                }
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writePolygon(List<Spot> points, @Nullable String fill, @Nullable String text)
            throws IOException {
        startArea("polygon", new Spot(0, 0), fill);
        json.writeObjectFieldStart("polygon");
        json.writeArrayFieldStart("points");
        for (Spot point : points) {
            json.writeStartObject();
            json.writeNumberField("x", point.x());
            json.writeNumberField("y", point.y());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        endArea(text);
    }

    private void startArea(String shape, Spot at, @Nullable String fill) throws IOException {
        json.writeStartObject();
        json.writeStringField("shape", shape);
        json.writeStringField("color", fill == null ? "#DDDDDD" : fill);
        json.writeStringField("border_color", "#FFFFFF");
        json.writeNumberField("rotation", 0);
        position(at);
    }

    private void endArea(@Nullable String text) throws IOException {
        json.writeObjectFieldStart("text");
        position(new Spot(0, 0));
        json.writeStringField("color", "#333333");
        json.writeStringField("text", text == null ? "" : text);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void position(Spot at) throws IOException {
        json.writeObjectFieldStart("position");
        json.writeNumberField("x", at.x());
        json.writeNumberField("y", at.y());
        json.writeEndObject();
    }

    /** The same for the same plan, so that two exports do not differ. */
    private static String uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
