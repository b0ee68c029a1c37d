package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.internal.exchange.CsvRecords.Line;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Frame;
import dev.cavea.platform.catalogue.internal.plan.FrontGuess;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDraft;
import dev.cavea.platform.catalogue.internal.plan.Section;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.ViewQuality;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import dev.cavea.platform.kernel.Decimal;
import dev.cavea.platform.kernel.Unfit;
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
 * them. Sections come in the order in which they are first named, rows and seats as they stand;
 * where the file has flags, they too in the order in which they are named.
 */
final class CsvReader {

    static final List<String> REQUIRED = List.of("section", "row", "number", "zone", "x", "y");
    static final List<String> OPTIONAL = List.of("id", "flags");

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
            double value = Decimal.parse(text).doubleValue();
            if (Math.abs(value) <= Drawings.FAR) {
                return value;
            }
        } catch (Unfit e) {
            // Told below, as a number that is too large is.
        }
        wrong(line, column, "is not a coordinate", "a number from -1000000 to 1000000");
        return 0;
    }

    private void wrong(Line line, String column, String message, String allowed) {
        findings.add("line " + line.line() + ", " + column, message, allowed);
    }

    private Plan draft() {
        boolean isOrdered = columns.containsKey("flags");
        Map<String, List<Row>> ordered = new LinkedHashMap<>();
        sections.forEach((section, rows) -> ordered.put(section, rows(rows, isOrdered)));
        double pitch = pitch(ordered);
        if (!isOrdered) {
            ordered.replaceAll((section, rows) -> behindEachOther(rows, pitch));
        }
        int[] qualities = qualities(ordered, pitch);
        PlanDraft draft = new PlanDraft(findings);
        int seat = 0;
        for (Map.Entry<String, List<Row>> section : ordered.entrySet()) {
            draft.section(new Section(section.getKey(), section.getKey(), List.of()));
            for (Row row : section.getValue()) {
                draft.row(row.label);
                boolean[] aisles = ByPlace.aisles(row.spots(), pitch);
                for (int i = 0; i < aisles.length; i++) {
                    draft.seat(row.seat(i, !isOrdered && aisles[i], qualities[seat++]));
                }
            }
        }
        List<Zone> named = new ArrayList<>();
        zones.keySet().forEach(name -> named.add(Zone.of(name, named.size())));
        return draft.build(new Frame("Plan", 1, 1, pitch, null, named));
    }

    private record Row(String label, List<PlanDraft.Seat> seats) {

        List<Spot> spots() {
            return seats.stream().map(Row::at).toList();
        }

        static Spot at(PlanDraft.Seat seat) {
            return new Spot(seat.x(), seat.y());
        }

        PlanDraft.Seat seat(int index, boolean isBehindAisle, int quality) {
            PlanDraft.Seat seat = seats.get(index);
            return new PlanDraft.Seat(
                    seat.number(),
                    seat.id(),
                    seat.x(),
                    seat.y(),
                    seat.zone(),
                    isBehindAisle ? Layout.AISLE_BEFORE : seat.flags(),
                    quality);
        }
    }

    /** A file with flags says where aisles run, and so in which order its seats stand. */
    private static List<Row> rows(Map<String, List<PlanDraft.Seat>> rows, boolean isOrdered) {
        List<Row> ordered = new ArrayList<>();
        rows.forEach(
                (label, seats) ->
                        ordered.add(
                                new Row(label, isOrdered ? seats : ByPlace.row(seats, Row::at))));
        return ordered;
    }

    private static List<Row> behindEachOther(List<Row> rows, double pitch) {
        List<Row> ordered = ByPlace.rows(rows, Row::spots, pitch);
        List<Spot> first = ordered.getFirst().spots();
        return ordered.stream()
                .map(
                        row ->
                                ByPlace.runsAgainst(row.spots(), first)
                                        ? new Row(row.label, row.seats.reversed())
                                        : row)
                .toList();
    }

    private static double pitch(Map<String, List<Row>> sections) {
        return ByPlace.pitch(sections.values().stream().flatMap(List::stream).map(Row::spots));
    }

    /** The form has no stage: how good the view is follows from a guess. */
    private int[] qualities(Map<String, List<Row>> sections, double pitch) {
        List<List<FrontGuess.Row>> rows =
                sections.values().stream()
                        .map(
                                of ->
                                        of.stream()
                                                .map(r -> new FrontGuess.Row(r.label, r.spots()))
                                                .toList())
                        .toList();
        List<Spot> seats =
                rows.stream().flatMap(List::stream).flatMap(r -> r.seats().stream()).toList();
        if (seats.isEmpty()) {
            return new int[0];
        }
        FrontGuess guess = FrontGuess.of(rows, pitch);
        findings.warnOfGuess(guess.where());
        return ViewQuality.of(
                guess.focus(),
                seats.stream().mapToDouble(Spot::x).toArray(),
                seats.stream().mapToDouble(Spot::y).toArray());
    }
}
