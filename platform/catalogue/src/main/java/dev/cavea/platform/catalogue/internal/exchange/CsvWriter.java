package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** Writes a plan's seats as CSV. Outlines, focus, areas and shapes have no place in it. */
final class CsvWriter {

    private CsvWriter() {}

    static byte[] write(Plan plan) {
        boolean ids =
                seats(plan).anyMatch(seat -> plan.hasOwnId(seat) || !startsWithSection(plan, seat));
        boolean flags = seats(plan).anyMatch(seat -> plan.flags(seat) != 0);
        StringBuilder csv = new StringBuilder(String.join(",", CsvReader.REQUIRED));
        csv.append(ids ? ",id" : "").append(flags ? ",flags" : "").append("\r\n");
        seats(plan)
                .forEach(
                        seat -> {
                            field(csv, plan.section(seat)).append(',');
                            field(csv, plan.row(seat)).append(',');
                            field(csv, plan.number(seat)).append(',');
                            field(csv, plan.zones().get(plan.zone(seat))).append(',');
                            number(csv, plan.x(seat)).append(',');
                            number(csv, plan.y(seat));
                            if (ids) {
                                field(csv.append(','), plan.seatId(seat));
                            }
                            if (flags) {
                                csv.append(',').append(plan.flags(seat));
                            }
                            csv.append("\r\n");
                        });
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static IntStream seats(Plan plan) {
        return IntStream.range(0, plan.seatCount());
    }

    /** The column has the section's name; an id that begins with another text must be written. */
    private static boolean startsWithSection(Plan plan, int seat) {
        var section = plan.drawnSections().get(plan.sectionIndex(seat));
        return section.id().equals(section.name());
    }

    private static StringBuilder number(StringBuilder csv, double value) {
        return value == Math.rint(value) ? csv.append((long) value) : csv.append(value);
    }

    private static StringBuilder field(StringBuilder csv, String text) {
        boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote
                ? csv.append('"').append(text.replace("\"", "\"\"")).append('"')
                : csv.append(text);
    }
}
