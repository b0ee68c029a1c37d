package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.internal.exchange.CsvRecords.Line;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Frame;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDraft;
import dev.cavea.platform.catalogue.internal.plan.Section;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code section,row,number,zone,x,y}, with {@code id} and {@code flags} where a plan needs
 * them. Sections, rows and seats come in the order in which they are first named.
 */
final class CsvReader {

    static final List<String> REQUIRED = List.of("section", "row", "number", "zone", "x", "y");
    static final List<String> OPTIONAL = List.of("id", "flags");

    private static final double AISLE = 1.6;
    private static final int MAX_FLAGS = 7;

    private final Findings findings;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Integer> zones = new LinkedHashMap<>();
    private final Map<String, Map<String, List<PlanDraft.Seat>>> sections = new LinkedHashMap<>();
    private int seats;

    private CsvReader(Findings findings) {
        this.findings = findings;
    }

    static Plan read(byte[] body, Findings findings) {
        String text = text(body, findings);
        return new CsvReader(findings).read(new CsvRecords(text));
    }

    private static String text(byte[] body, Findings findings) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            findings.add("line 1", "the file is not UTF-8", "CSV in UTF-8");
            findings.throwIfAny();
            throw new IllegalStateException(e);
        }
    }

    private Plan read(CsvRecords records) {
        readHeader(records.next());
        for (Line line = records.next();
                line != null && !findings.isFull();
                line = records.next()) {
            if (++seats > PlanDraft.MAX_SEATS) {
                wrong(line, "line", "is one seat too many", "at most 250,000 seats in a plan");
                break;
            }
            readSeat(line);
        }
        findings.throwIfAny();
        return draft();
    }

    private void readHeader(@Nullable Line header) {
        List<String> names = header == null ? List.of() : header.fields();
        for (String name : names) {
            String column = name.toLowerCase(Locale.ROOT);
            boolean known = REQUIRED.contains(column) || OPTIONAL.contains(column);
            if (!known || columns.putIfAbsent(column, columns.size()) != null) {
                findings.add("line 1", "there is no column \"" + name + "\", or twice", allowed());
                columns.putIfAbsent("?" + columns.size(), columns.size());
            }
        }
        for (String column : REQUIRED) {
            if (!columns.containsKey(column)) {
                findings.add("line 1", "the column " + column + " is missing", allowed());
            }
        }
        findings.throwIfAny();
    }

    private static String allowed() {
        return String.join(",", REQUIRED) + " and, if needed, " + String.join(",", OPTIONAL);
    }

    private void readSeat(Line line) {
        if (line.fields().size() != columns.size()) {
            wrong(
                    line,
                    "line",
                    "has " + line.fields().size() + " fields",
                    columns.size() + " fields, as the first line has");
            return;
        }
        String id = columns.containsKey("id") ? text(line, "id", 100) : null;
        String section = text(line, "section", 40);
        if (id == null && section.contains("-")) {
            wrong(line, "section", "cannot begin a seat's id", "text without '-', or a column id");
        }
        PlanDraft.Seat seat =
                new PlanDraft.Seat(
                        text(line, "number", 20),
                        id,
                        coordinate(line, "x"),
                        coordinate(line, "y"),
                        zone(line),
                        flags(line),
                        PlanDraft.UNKNOWN_QUALITY);
        sections.computeIfAbsent(section, s -> new LinkedHashMap<>())
                .computeIfAbsent(text(line, "row", 20), r -> new ArrayList<>())
                .add(seat);
    }

    private int zone(Line line) {
        String name = text(line, "zone", 80);
        int zone = zones.computeIfAbsent(name, n -> zones.size());
        if (zone == Zone.MAX) {
            wrong(line, "zone", "is the 65th price zone", "at most 64 price zones");
        }
        return Math.min(zone, Zone.MAX - 1);
    }

    private int flags(Line line) {
        String text = columns.containsKey("flags") ? field(line, "flags") : "";
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '0' + MAX_FLAGS) {
            return text.charAt(0) - '0';
        }
        wrong(
                line,
                "flags",
                "is not possible",
                "0 to 7: 1 wheelchair, 2 companion, 4 aisle before");
        return 0;
    }

    private String field(Line line, String column) {
        Integer index = columns.get(column);
        return index == null ? "" : line.fields().get(index);
    }

    private String text(Line line, String column, int max) {
        String text = field(line, column);
        if (text.isEmpty() || text.length() > max || Fields.hasControl(text)) {
            wrong(line, column, "is not such a text", "text of 1 to " + max + " characters");
            return "?";
        }
        return text;
    }

    private double coordinate(Line line, String column) {
        String text = field(line, column);
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= Drawings.FAR) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number that is too large is.
        }
        wrong(line, column, "is not a coordinate", "a number from -1000000 to 1000000");
        return 0;
    }

    private void wrong(Line line, String column, String message, String allowed) {
        findings.add("line " + line.line() + ", " + column, message, allowed);
    }

    private Plan draft() {
        double pitch = pitch();
        PlanDraft draft = new PlanDraft(findings);
        sections.forEach(
                (section, rows) -> {
                    draft.section(new Section(section, section, List.of()));
                    rows.forEach(
                            (label, row) -> {
                                draft.row(label);
                                addRow(draft, row, pitch * AISLE);
                            });
                });
        List<Zone> named = new ArrayList<>();
        zones.keySet().forEach(name -> named.add(Zone.of(name, named.size())));
        return draft.build(new Frame("Plan", 1, 1, pitch, null, named));
    }

    /** Where no flags were given, a gap in a row is an aisle. */
    private void addRow(PlanDraft draft, List<PlanDraft.Seat> row, double aisle) {
        for (int i = 0; i < row.size(); i++) {
            PlanDraft.Seat seat = row.get(i);
            boolean gap =
                    i > 0
                            && !columns.containsKey("flags")
                            && distance(row.get(i - 1), seat) > aisle;
            draft.seat(
                    new PlanDraft.Seat(
                            seat.number(),
                            seat.id(),
                            seat.x(),
                            seat.y(),
                            seat.zone(),
                            gap ? Layout.AISLE_BEFORE : seat.flags(),
                            seat.quality()));
        }
    }

    private double pitch() {
        double[] distances =
                sections.values().stream()
                        .flatMap(rows -> rows.values().stream())
                        .filter(row -> row.size() > 1)
                        .mapToDouble(row -> distance(row.get(0), row.get(1)))
                        .filter(distance -> distance > 0)
                        .sorted()
                        .toArray();
        double median = distances.length == 0 ? 25 : distances[distances.length / 2];
        return Math.clamp(Math.round(median * 10) / 10.0, 1, 10_000);
    }

    private static double distance(PlanDraft.Seat a, PlanDraft.Seat b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
