package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.internal.exchange.CsvTable.Line;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Frame;
import dev.cavea.platform.catalogue.internal.plan.FrontGuess;
import dev.cavea.platform.catalogue.internal.plan.Limits;
import dev.cavea.platform.catalogue.internal.plan.Places;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.PlanDraft;
import dev.cavea.platform.catalogue.internal.plan.Section;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.ViewQuality;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import dev.cavea.platform.kernel.Decimal;
import dev.cavea.platform.kernel.Text;
import dev.cavea.platform.kernel.Unfit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code section,row,number,zone,x,y}, with {@code id}, {@code flags} and {@code quality}
 * where a plan needs them. Sections come in the order in which they are first named, rows and seats
 * as they stand; where the file has flags, they too in the order in which they are named.
 */
final class CsvReader {

    static final List<String> REQUIRED = List.of("section", "row", "number", "zone", "x", "y");
    static final List<String> OPTIONAL = List.of("id", "flags", "quality");

    private static final String FLAGS = "0 to 7: 1 wheelchair, 2 companion, 4 aisle before";
    private static final String QUALITY = "0 to 1000, or nothing";

    /** A seat and the line on which it is. */
    private record Entry(PlanDraft.Seat seat, long line) {

        Spot at() {
            return new Spot(seat.x(), seat.y());
        }
    }

    private final Findings findings;
    private final CsvTable table;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private int width;
    private final Map<String, Integer> zones = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Entry>>> sections = new LinkedHashMap<>();
    private int seats;
    private boolean asksForQuality;

    private CsvReader(CsvTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /**
     * @param charset as the caller names it, or null
     */
    static Plan read(Source source, @Nullable String charset, Findings findings) {
        Set<String> names = new HashSet<>(REQUIRED);
        names.addAll(OPTIONAL);
        try (InputStream bytes = source.open();
                BufferedReader text = CsvCharset.open(bytes, charset, findings);
                CsvTable table = new CsvTable(text, names, findings)) {
            return new CsvReader(table, findings).read();
        } catch (IOException e) {
            CsvCharset.refuse(e, findings);
            findings.throwIfAny();
            throw new IllegalStateException("findings throw", e);
        }
    }

    private Plan read() {
        readHeader(table.next());
        for (Line line = table.next(); line != null; line = table.next()) {
            if (++seats > Limits.SEATS) {
                wrong(line, "line", "is one seat too many", "at most 250,000 seats in a plan");
                findings.throwIfAny();
            }
            readSeat(line);
        }
        findings.throwIfAny();
        LookAlikes.warn("sections", sections.keySet(), findings);
        LookAlikes.warn("price zones", zones.keySet(), findings);
        return draft();
    }

    private void readHeader(@Nullable Line header) {
        List<String> names = header == null ? List.of() : header.fields();
        for (; width < names.size(); width++) {
            String column = names.get(width).strip().toLowerCase(Locale.ROOT);
            boolean known = REQUIRED.contains(column) || OPTIONAL.contains(column);
            if (column.isEmpty()) {
                continue;
            }
            if (!known || columns.putIfAbsent(column, width) != null) {
                findings.add(
                        "line " + (header == null ? 1 : header.line()),
                        known
                                ? "has the column " + column + " twice"
                                : "there is no column \"" + Text.cut(column, 40) + '"',
                        allowed());
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
        if (!fits(line)) {
            return;
        }
        String id = columns.containsKey("id") ? text(line, "id", Limits.SEAT_ID) : null;
        String section = text(line, "section", Limits.NAME);
        PlanDraft.Seat seat =
                new PlanDraft.Seat(
                        text(line, "number", Limits.LABEL),
                        id,
                        coordinate(line, "x"),
                        coordinate(line, "y"),
                        zone(line),
                        whole(line, "flags", Limits.FLAGS, FLAGS, 0),
                        whole(line, "quality", Limits.QUALITY, QUALITY, PlanDraft.UNKNOWN_QUALITY));
        asksForQuality |= seat.quality() == PlanDraft.UNKNOWN_QUALITY;
        sections.computeIfAbsent(section, s -> new LinkedHashMap<>())
                .computeIfAbsent(text(line, "row", Limits.LABEL), r -> new ArrayList<>())
                .add(new Entry(seat, line.line()));
    }

    /** Too few fields are too few; too many are too many unless nothing is in them. */
    private boolean fits(Line line) {
        int last = line.fields().size();
        while (last > width && line.fields().get(last - 1).isBlank()) {
            last--;
        }
        int needed = columns.values().stream().mapToInt(i -> i + 1).max().orElse(0);
        if (last > width || line.fields().size() < needed) {
            wrong(
                    line,
                    "line",
                    "has " + line.fields().size() + " fields",
                    width + " fields, as the first line has");
            return false;
        }
        return true;
    }

    private int zone(Line line) {
        String name = text(line, "zone", Limits.ZONE_NAME);
        if (!zones.containsKey(name) && zones.size() == Zone.MAX) {
            wrong(line, "zone", "is the 65th price zone", "at most 64 price zones");
            return 0;
        }
        return zones.computeIfAbsent(name, n -> zones.size());
    }

    private int whole(Line line, String column, int max, String allowed, int otherwise) {
        String text = field(line, column).strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int value = Integer.parseInt(text);
            if (value <= max) {
                return value;
            }
        }
        wrong(line, column, "is out of range", allowed);
        return otherwise;
    }

    private String field(Line line, String column) {
        Integer index = columns.get(column);
        return index == null ? "" : line.fields().get(index);
    }

    private String text(Line line, String column, int max) {
        String field = CsvText.read(field(line, column).strip());
        return Words.line(field, max, () -> "line " + line.line() + ", " + column, findings);
    }

    private double coordinate(Line line, String column) {
        String text = field(line, column);
        try {
            double value =
                    Decimal.parse(table.hasDecimalCommas() ? text.replace(',', '.') : text)
                            .doubleValue();
            if (Math.abs(value) <= Limits.FAR) {
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
        List<Long> lines = new ArrayList<>(seats);
        PlanDraft draft =
                new PlanDraft(findings)
                        .placedBy(new Places(seat -> "line " + lines.get(seat), lines::get));
        for (Map.Entry<String, List<Row>> section : ordered.entrySet()) {
            draft.section(new Section(section.getKey(), section.getKey(), List.of()));
            for (Row row : section.getValue()) {
                draft.row(row.label);
                boolean[] aisles = ByPlace.aisles(row.spots(), pitch);
                for (int i = 0; i < aisles.length; i++) {
                    draft.seat(row.seat(i, !isOrdered && aisles[i], qualities[lines.size()]));
                    lines.add(row.seats.get(i).line);
                }
            }
        }
        List<Zone> named = new ArrayList<>();
        zones.keySet().forEach(name -> named.add(Zone.of(name, named.size())));
        return draft.build(new Frame("Plan", 1, 1, pitch, null, named));
    }

    private record Row(String label, List<Entry> seats) {

        List<Spot> spots() {
            return seats.stream().map(Entry::at).toList();
        }

        PlanDraft.Seat seat(int index, boolean isBehindAisle, int quality) {
            PlanDraft.Seat seat = seats.get(index).seat;
            return new PlanDraft.Seat(
                    seat.number(),
                    seat.id(),
                    seat.x(),
                    seat.y(),
                    seat.zone(),
                    isBehindAisle ? Layout.AISLE_BEFORE : seat.flags(),
                    seat.quality() == PlanDraft.UNKNOWN_QUALITY ? quality : seat.quality());
        }
    }

    /** A file with flags says where aisles run, and so in which order its seats stand. */
    private static List<Row> rows(Map<String, List<Entry>> rows, boolean isOrdered) {
        List<Row> ordered = new ArrayList<>();
        rows.forEach(
                (label, seats) ->
                        ordered.add(
                                new Row(label, isOrdered ? seats : ByPlace.row(seats, Entry::at))));
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

    /** Where the file does not say how good the view is, that follows from a guess. */
    private int[] qualities(Map<String, List<Row>> sections, double pitch) {
        List<List<FrontGuess.Row>> rows =
                sections.values().stream()
                        .map(
                                of ->
                                        of.stream()
                                                .map(r -> new FrontGuess.Row(r.label, r.spots()))
                                                .toList())
                        .toList();
        List<Spot> spots =
                rows.stream().flatMap(List::stream).flatMap(r -> r.seats().stream()).toList();
        if (spots.isEmpty() || !asksForQuality) {
            return new int[spots.size()];
        }
        FrontGuess guess = FrontGuess.of(rows, pitch);
        findings.warnOfGuess(guess.where());
        return ViewQuality.of(
                guess.focus(),
                spots.stream().mapToDouble(Spot::x).toArray(),
                spots.stream().mapToDouble(Spot::y).toArray());
    }
}
