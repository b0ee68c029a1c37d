package dev.cavea.platform.catalogue.internal.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.cavea.platform.catalogue.SeatingPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code cavea-plan/1}, complete and without white space: the same plan gives the same
 * bytes, whose SHA-256 is the plan's digest. The format: docs/reference/plan-format.md.
 */
public final class PlanDocument {

    public static final String FORMAT = "cavea-plan/1";

    private static final JsonFactory JSON = new JsonFactory();

    private final Plan plan;
    private final JsonGenerator json;

    private PlanDocument(Plan plan, JsonGenerator json) {
        this.plan = plan;
        this.json = json;
    }

    public static byte[] bytes(Plan plan) {
        var out = new ByteArrayOutputStream(4096 + plan.seatCount() * 24);
        write(plan, out);
        return out.toByteArray();
    }

    static String digest(Plan plan) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            write(plan, new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public static void write(Plan plan, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            new PlanDocument(plan, json).writeAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeAll() throws IOException {
        Frame frame = plan.frame();
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeStringField("name", frame.name());
        json.writeObjectFieldStart("size");
        number("width", frame.width());
        number("height", frame.height());
        json.writeEndObject();
        number("pitch", frame.pitch());
        writeFocus(frame.focus());
        writeZones(frame.zones());
        json.writeArrayFieldStart("sections");
        writeSections();
        json.writeEndArray();
        writeAreas();
        writeShapes();
        json.writeEndObject();
    }

    private void writeFocus(@Nullable Focus focus) throws IOException {
        if (focus == null) {
            return;
        }
        json.writeObjectFieldStart("focus");
        json.writeStringField("kind", focus.kind().text());
        number("x", focus.x());
        number("y", focus.y());
        number("width", focus.width());
        number("height", focus.height());
        json.writeEndObject();
    }

    private void writeZones(List<Zone> zones) throws IOException {
        json.writeArrayFieldStart("zones");
        for (Zone zone : zones) {
            json.writeStartObject();
            json.writeStringField("name", zone.name());
            json.writeStringField("color", zone.color());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeSections() throws IOException {
        SeatColumns seats = plan.columns();
        int row = 0;
        for (int index = 0; index < plan.drawnSections().size(); index++) {
            Section section = plan.drawnSections().get(index);
            json.writeStartObject();
            json.writeStringField("id", section.id());
            json.writeStringField("name", section.name());
            writePoints("outline", section.outline());
            json.writeArrayFieldStart("rows");
            for (; row < seats.rows && seats.rowSections[row] == index; row++) {
                writeRow(row);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void writeRow(int row) throws IOException {
        SeatColumns seats = plan.columns();
        int from = seats.rowStarts[row];
        int to = seats.rowEnd(row);
        json.writeStartObject();
        json.writeStringField("label", seats.rowLabels[row]);
        json.writeArrayFieldStart("numbers");
        for (int seat = from; seat < to; seat++) {
            json.writeString(seats.numbers[seat]);
        }
        json.writeEndArray();
        writeIds(from, to);
        writeCoordinates("x", seats.xs, from, to);
        writeCoordinates("y", seats.ys, from, to);
        writeColumn("zones", seat -> seats.zones[seat], from, to);
        if (differs(seat -> seats.flags[seat], from, to) || (from < to && seats.flags[from] != 0)) {
            writeColumn("flags", seat -> seats.flags[seat], from, to);
        }
        json.writeArrayFieldStart("quality");
        for (int seat = from; seat < to; seat++) {
            json.writeNumber((int) seats.qualities[seat]);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeIds(int from, int to) throws IOException {
        boolean own = false;
        for (int seat = from; seat < to; seat++) {
            own |= plan.hasOwnId(seat);
        }
        if (own) {
            json.writeArrayFieldStart("ids");
            for (int seat = from; seat < to; seat++) {
                json.writeString(plan.seatId(seat));
            }
            json.writeEndArray();
        }
    }

    private void writeCoordinates(String name, int[] tenths, int from, int to) throws IOException {
        json.writeArrayFieldStart(name);
        for (int seat = from; seat < to; seat++) {
            decimal(tenths[seat]);
        }
        json.writeEndArray();
    }

    /** One number where the whole row has the same. */
    private void writeColumn(String name, IntUnaryOperator column, int from, int to)
            throws IOException {
        json.writeFieldName(name);
        if (from < to && !differs(column, from, to)) {
            json.writeNumber(column.applyAsInt(from));
            return;
        }
        json.writeStartArray();
        for (int seat = from; seat < to; seat++) {
            json.writeNumber(column.applyAsInt(seat));
        }
        json.writeEndArray();
    }

    private static boolean differs(IntUnaryOperator column, int from, int to) {
        for (int seat = from + 1; seat < to; seat++) {
            if (column.applyAsInt(seat) != column.applyAsInt(from)) {
                return true;
            }
        }
        return false;
    }

    private void writeAreas() throws IOException {
        json.writeArrayFieldStart("areas");
        for (StandingArea standing : plan.standing()) {
            SeatingPlan.Area area = standing.area();
            json.writeStartObject();
            json.writeStringField("id", area.id());
            json.writeStringField("name", area.name());
            json.writeNumberField("capacity", area.capacity());
            json.writeNumberField("zone", area.zone());
            writePoints("outline", standing.outline());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeShapes() throws IOException {
        json.writeArrayFieldStart("shapes");
        for (Shape shape : plan.shapes()) {
            json.writeStartObject();
            switch (shape) {
                case Shape.Polygon polygon -> {
                    json.writeStringField("kind", "polygon");
                    writePoints("points", polygon.points());
                }
                case Shape.Circle circle -> {
                    json.writeStringField("kind", "circle");
                    number("x", circle.centre().x());
                    number("y", circle.centre().y());
                    number("radius", circle.radius());
                }
                case Shape.Text text -> {
                    json.writeStringField("kind", "text");
                    number("x", text.at().x());
                    number("y", text.at().y());
                }
            }
            optional("fill", shape.fill());
            optional("text", shape.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void optional(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private void writePoints(String name, List<Spot> points) throws IOException {
        json.writeArrayFieldStart(name);
        for (Spot point : points) {
            json.writeStartArray();
            decimal(Math.round(point.x() * 10));
            decimal(Math.round(point.y() * 10));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        decimal(Math.round(value * 10));
    }

    /** Without a point where there is nothing behind it. */
    private void decimal(long tenths) throws IOException {
        if (tenths % 10 == 0) {
            json.writeNumber(tenths / 10);
        } else {
            json.writeNumber(tenths / 10.0);
        }
    }
}
