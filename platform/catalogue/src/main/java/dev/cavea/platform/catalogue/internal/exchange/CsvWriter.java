package dev.cavea.platform.catalogue.internal.exchange;

import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a plan's seats as CSV. Outlines, focus, areas and shapes have no place in it. */
final class CsvWriter {

    /** Columns that are written only where a reader would get something else without them. */
    record Columns(boolean flags, boolean quality) {}

    private CsvWriter() {}

    static byte[] write(Plan plan, Columns columns) {
        boolean ids =
                seats(plan).anyMatch(seat -> plan.hasOwnId(seat) || !startsWithSection(plan, seat));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var csv =
                de.siegmar.fastcsv.writer.CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(out, StandardCharsets.UTF_8)) {
            List<String> header = new ArrayList<>(CsvReader.REQUIRED);
            add(header, ids, "id");
            add(header, columns.flags, "flags");
            add(header, columns.quality, "quality");
            csv.writeRecord(header);
            for (int seat = 0; seat < plan.seatCount(); seat++) {
                List<String> record = record(plan, seat);
                add(record, ids, CsvText.written(plan.seatId(seat)));
                add(record, columns.flags, Integer.toString(plan.flags(seat)));
                add(record, columns.quality, Integer.toString(plan.quality(seat)));
                csv.writeRecord(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> record(Plan plan, int seat) {
        List<String> record = new ArrayList<>();
        record.add(CsvText.written(plan.section(seat)));
        record.add(CsvText.written(plan.row(seat)));
        record.add(CsvText.written(plan.number(seat)));
        record.add(CsvText.written(plan.frame().zones().get(plan.zone(seat)).name()));
        record.add(number(plan.x(seat)));
        record.add(number(plan.y(seat)));
        return record;
    }

    private static void add(List<String> record, boolean wanted, String field) {
        if (wanted) {
            record.add(field);
        }
    }

    private static IntStream seats(Plan plan) {
        return IntStream.range(0, plan.seatCount());
    }

    /** The column has the section's name; an id that begins with another text must be written. */
    private static boolean startsWithSection(Plan plan, int seat) {
        var section = plan.drawnSections().get(plan.sectionIndex(seat));
        return section.id().equals(section.name());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
