package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Limits;
import dev.cavea.platform.catalogue.internal.plan.PlanDraft;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of {@code cavea-plan/1}: columns, one entry a seat. Read token by token. */
final class SeatRow {

    private static final String MEMBERS = "label, numbers, ids, x, y, zones, flags, quality";

    private final JsonWalk walk;
    private final Findings findings;
    private final String path;
    private String label = "?";
    private boolean labelled;
    private @Nullable List<String> numbers;
    private @Nullable List<String> ids;
    private double @Nullable [] xs;
    private double @Nullable [] ys;
    private Wholes zones = Wholes.NONE;
    private Wholes flags = Wholes.NONE;
    private Wholes qualities = Wholes.NONE;

    /**
     * One number a seat, or one for all of them.
     *
     * @param all whether the only number is for all
     * @param given whether there is such a column
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Wholes(int[] values, boolean all, boolean given) {

        static final Wholes NONE = new Wholes(new int[0], false, false);

        int of(int seat, int otherwise) {
            if (!given) {
                return otherwise;
            }
            return all ? values[0] : values[seat];
        }
    }

    private SeatRow(JsonWalk walk, String path) {
        this.walk = walk;
        this.findings = walk.findings();
        this.path = path;
    }

    /** Nothing for a row that cannot be used; why, is among the findings. */
    static @Nullable SeatRow read(JsonWalk walk, String path) throws IOException {
        SeatRow row = new SeatRow(walk, path);
        walk.object(path, row::readMember);
        return row.isWhole() ? row : null;
    }

    private void readMember(String member) throws IOException {
        String at = path + "." + member;
        switch (member) {
            case "label" -> {
                labelled = true;
                label = text(at, Limits.LABEL);
            }
            case "numbers" -> numbers = texts(at, Limits.LABEL);
            case "ids" -> ids = walk.isNull() ? null : texts(at, Limits.SEAT_ID);
            case "x" -> xs = coordinates(at);
            case "y" -> ys = coordinates(at);
            case "zones" -> zones = wholes(at, Zone.MAX - 1);
            case "flags" -> flags = wholes(at, Limits.FLAGS);
            case "quality" -> qualities = wholes(at, Limits.QUALITY);
            default -> {
                findings.add(at, "is unknown", MEMBERS);
                walk.skip();
            }
        }
    }

    private boolean isWhole() {
        if (!labelled) {
            findings.add(path + ".label", "is missing", Words.allowed(Limits.LABEL));
        }
        List<String> known = numbers;
        if (known == null) {
            findings.add(path + ".numbers", "is missing", "a list with one text for each seat");
            return false;
        }
        int seats = known.size();
        double[] noXs = xs;
        double[] noYs = ys;
        List<String> own = ids;
        boolean whole = fits("x", noXs == null ? -1 : noXs.length, seats);
        whole &= fits("y", noYs == null ? -1 : noYs.length, seats);
        whole &= own == null || fits("ids", own.size(), seats);
        whole &= fits("zones", zones, true, seats);
        whole &= fits("flags", flags, false, seats);
        whole &= fits("quality", qualities, false, seats);
        return whole;
    }

    private boolean fits(String name, Wholes column, boolean needed, int seats) {
        if (column.all || (!column.given && !needed)) {
            return true;
        }
        return fits(name, column.given ? column.values.length : -1, seats);
    }

    private boolean fits(String name, int entries, int seats) {
        if (entries != seats) {
            findings.add(
                    path + "." + name,
                    entries < 0 ? "is missing" : "has " + entries + " entries",
                    "a list with one entry for each of the row's " + seats + " seats");
        }
        return entries == seats;
    }

    String label() {
        return label;
    }

    int count() {
        return numbers == null ? 0 : numbers.size();
    }

    PlanDraft.Seat seat(int seat) {
        return new PlanDraft.Seat(
                numbers == null ? "?" : numbers.get(seat),
                ids == null ? null : ids.get(seat),
                xs == null ? 0 : xs[seat],
                ys == null ? 0 : ys[seat],
                zones.of(seat, 0),
                flags.of(seat, 0),
                qualities.of(seat, PlanDraft.UNKNOWN_QUALITY));
    }

    private JsonParser json() {
        return walk.parser();
    }

    private String text(String at, int max) throws IOException {
        JsonToken token = json().currentToken();
        if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
            return Words.line(json().getText(), max, () -> at, findings);
        }
        findings.add(at, "is not a text", Words.allowed(max));
        walk.skip();
        return "?";
    }

    private List<String> texts(String at, int max) throws IOException {
        List<String> texts = new ArrayList<>();
        walk.entries(
                at,
                Limits.SEATS,
                i -> {
                    if (json().currentToken() == JsonToken.VALUE_STRING) {
                        texts.add(Words.line(json().getText(), max, () -> entry(at, i), findings));
                    } else {
                        texts.add(text(entry(at, i), max));
                    }
                });
        return texts;
    }

    private static String entry(String at, int index) {
        return at + "[" + index + "]";
    }

    private double[] coordinates(String at) throws IOException {
        DoubleStream.Builder values = DoubleStream.builder();
        walk.entries(at, Limits.SEATS, i -> values.add(coordinate(at, i)));
        return values.build().toArray();
    }

    private double coordinate(String at, int index) throws IOException {
        boolean number = json().currentToken().isNumeric();
        double value = number ? json().getDoubleValue() : Double.NaN;
        if (number && (findings.trusts() || Math.abs(value) <= Limits.FAR)) {
            return value;
        }
        findings.add(
                entry(at, index), "is not a coordinate", "a number from -1,000,000 to 1,000,000");
        walk.skip();
        return 0;
    }

    private Wholes wholes(String at, int max) throws IOException {
        if (walk.isNull()) {
            return Wholes.NONE;
        }
        if (json().currentToken().isNumeric()) {
            return new Wholes(new int[] {whole(at, -1, max)}, true, true);
        }
        IntStream.Builder values = IntStream.builder();
        walk.entries(at, Limits.SEATS, i -> values.add(whole(at, i, max)));
        return new Wholes(values.build().toArray(), false, true);
    }

    private int whole(String at, int index, int max) throws IOException {
        if (json().currentToken() == JsonToken.VALUE_NUMBER_INT
                && json().getNumberType() == JsonParser.NumberType.INT
                && json().getIntValue() >= 0
                && json().getIntValue() <= max) {
            return json().getIntValue();
        }
        findings.add(
                index < 0 ? at : entry(at, index),
                "is out of range",
                String.format(Locale.ROOT, "a whole number from 0 to %,d", max));
        walk.skip();
        return 0;
    }
}
