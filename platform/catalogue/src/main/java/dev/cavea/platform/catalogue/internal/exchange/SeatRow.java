package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.plan.PlanDraft;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row of {@code cavea-plan/1}: columns, one entry a seat. */
final class SeatRow {

    private static final int MAX_LABEL = 20;
    private static final int MAX_ID = 100;
    private static final int MAX_FLAGS = 7;

    private final String label;
    private final String[] numbers;
    private final String @Nullable [] ids;
    private final double[] xs;
    private final double[] ys;
    private final int[] zones;
    private final int[] flags;
    private final int[] qualities;

    private SeatRow(Fields row) {
        label = row.text("label", MAX_LABEL);
        numbers = texts(row, "numbers", row.node("numbers").size(), MAX_LABEL);
        int seats = numbers.length;
        ids = row.has("ids") ? texts(row, "ids", seats, MAX_ID) : null;
        xs = coordinates(row, "x", seats);
        ys = coordinates(row, "y", seats);
        zones = wholes(row, "zones", seats, Zone.MAX - 1, MISSING);
        flags = wholes(row, "flags", seats, MAX_FLAGS, 0);
        qualities = wholes(row, "quality", seats, 1000, PlanDraft.UNKNOWN_QUALITY);
    }

    private static final int MISSING = Integer.MIN_VALUE;

    static SeatRow read(Fields row) {
        return new SeatRow(row);
    }

    String label() {
        return label;
    }

    int count() {
        return numbers.length;
    }

    int zone(int seat) {
        return zones[seat];
    }

    PlanDraft.Seat seat(int seat) {
        return new PlanDraft.Seat(
                numbers[seat],
                ids == null ? null : ids[seat],
                xs[seat],
                ys[seat],
                zones[seat],
                flags[seat],
                qualities[seat]);
    }

    private static boolean isColumn(Fields row, String name, int seats) {
        JsonNode column = row.node(name);
        if (column.isArray() && column.size() == seats) {
            return true;
        }
        String found = column.isArray() ? "has " + column.size() + " entries" : "is not a list";
        row.wrong(name, found, "a list with one entry for each of the row's " + seats + " seats");
        return false;
    }

    private static String[] texts(Fields row, String name, int seats, int maxLength) {
        String[] texts = new String[seats];
        Arrays.fill(texts, "?");
        if (!isColumn(row, name, seats)) {
            return texts;
        }
        JsonNode column = row.node(name);
        for (int seat = 0; seat < seats; seat++) {
            JsonNode entry = column.get(seat);
            String text = entry.isValueNode() && !entry.isNull() ? entry.asText().strip() : "";
            if (text.isEmpty() || text.length() > maxLength || Fields.hasControl(text)) {
                row.wrong(
                        name + "[" + seat + "]",
                        "is not such a text",
                        "text of 1 to " + maxLength + " characters");
            } else {
                texts[seat] = text;
            }
        }
        return texts;
    }

    private static double[] coordinates(Fields row, String name, int seats) {
        double[] values = new double[seats];
        if (isColumn(row, name, seats)) {
            for (int seat = 0; seat < seats; seat++) {
                JsonNode entry = row.node(name).get(seat);
                values[seat] = entry.isNumber() ? entry.doubleValue() : Double.NaN;
                if (!(Math.abs(values[seat]) <= Drawings.FAR)) {
                    row.wrong(
                            name + "[" + seat + "]",
                            "is not a coordinate",
                            "a number from -1,000,000 to 1,000,000");
                    values[seat] = 0;
                }
            }
        }
        return values;
    }

    /** One number a seat, or one for the row, or the usual one. */
    private static int[] wholes(Fields row, String name, int seats, int max, int usual) {
        int[] values = new int[seats];
        JsonNode column = row.node(name);
        if (column.isMissingNode() && usual != MISSING) {
            Arrays.fill(values, usual);
        } else if (column.isNumber()) {
            Arrays.fill(values, whole(row, name, column, max));
        } else if (isColumn(row, name, seats)) {
            for (int seat = 0; seat < seats; seat++) {
                values[seat] = whole(row, name + "[" + seat + "]", column.get(seat), max);
            }
        }
        return values;
    }

    private static int whole(Fields row, String at, JsonNode entry, int max) {
        boolean fits = entry.isIntegralNumber() && entry.canConvertToInt();
        if (!fits || entry.intValue() < 0 || entry.intValue() > max) {
            row.wrong(at, "is not possible", "a whole number from 0 to " + max);
            return 0;
        }
        return entry.intValue();
    }
}
