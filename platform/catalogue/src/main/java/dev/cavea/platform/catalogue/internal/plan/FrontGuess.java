package dev.cavea.platform.catalogue.internal.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where people look in a plan that does not say: rows are named from the front to the back. When
 * the sections agree on a side, the front is there; when their rows grow away from a common middle,
 * it is the middle; else it is the top of the page.
 *
 * @param focus what people are taken to look at
 * @param where the same in words, as in "the side of the first rows"
 */
public record FrontGuess(Focus focus, String where) {

    private static final double AGREED = 0.5;

    /** A row by its label and its seats' places. */
    public record Row(String label, List<Spot> seats) {

        private Spot middle() {
            double x = seats.stream().mapToDouble(Spot::x).average().orElseThrow();
            double y = seats.stream().mapToDouble(Spot::y).average().orElseThrow();
            return new Spot(x, y);
        }
    }

    /** From a section's front to its back, as long as it has seats. */
    private record Slope(Spot middle, double x, double y, double seats) {}

    /**
     * @param sections the rows of each section; none without a seat
     * @param pitch the usual distance of neighbours
     */
    public static FrontGuess of(List<List<Row>> sections, double pitch) {
        List<Spot> all =
                sections.stream().flatMap(List::stream).flatMap(r -> r.seats().stream()).toList();
        Spot middle = new Row("", all).middle();
        List<Slope> slopes = new ArrayList<>();
        sections.forEach(rows -> addSlope(rows, slopes));
        double weight = slopes.stream().mapToDouble(Slope::seats).sum();
        double x = slopes.stream().mapToDouble(s -> s.x() * s.seats()).sum();
        double y = slopes.stream().mapToDouble(s -> s.y() * s.seats()).sum();
        if (weight > 0 && Math.hypot(x, y) >= AGREED * weight) {
            Focus stage = before(all, -x / Math.hypot(x, y), -y / Math.hypot(x, y), pitch);
            return new FrontGuess(stage, "the side of the first rows");
        }
        if (weight > 0 && outward(slopes, middle) >= AGREED * weight) {
            Focus ring = new Focus(Focus.Kind.RING, middle.x(), middle.y(), pitch, pitch);
            return new FrontGuess(ring, "the middle of the house");
        }
        return new FrontGuess(before(all, 0, -1, pitch), "the top of the page");
    }

    private static void addSlope(List<Row> rows, List<Slope> slopes) {
        List<Row> byLabel =
                rows.stream()
                        .sorted(
                                Comparator.comparing((Row row) -> row.label().length())
                                        .thenComparing(Row::label))
                        .toList();
        if (byLabel.size() < 2) {
            return;
        }
        Spot front = byLabel.getFirst().middle();
        Spot back = byLabel.getLast().middle();
        double length = Math.hypot(back.x() - front.x(), back.y() - front.y());
        if (length > 0) {
            double seats = rows.stream().mapToInt(row -> row.seats().size()).sum();
            slopes.add(
                    new Slope(
                            new Spot((front.x() + back.x()) / 2, (front.y() + back.y()) / 2),
                            (back.x() - front.x()) / length,
                            (back.y() - front.y()) / length,
                            seats));
        }
    }

    private static double outward(List<Slope> slopes, Spot middle) {
        double sum = 0;
        for (Slope slope : slopes) {
            double dx = slope.middle().x() - middle.x();
            double dy = slope.middle().y() - middle.y();
            double length = Math.max(Math.hypot(dx, dy), 1e-9);
            sum += slope.seats() * (slope.x() * dx + slope.y() * dy) / length;
        }
        return sum;
    }

    /** A stage before all seats in that direction, a third as wide as they are. */
    private static Focus before(List<Spot> all, double x, double y, double pitch) {
        double front = Double.NEGATIVE_INFINITY;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (Spot spot : all) {
            front = Math.max(front, spot.x() * x + spot.y() * y);
            double across = spot.y() * x - spot.x() * y;
            left = Math.min(left, across);
            right = Math.max(right, across);
        }
        double away = front + 3 * pitch;
        double across = (left + right) / 2;
        double wide = (right - left) / 3;
        return new Focus(
                Focus.Kind.STAGE,
                away * x - across * y,
                away * y + across * x,
                Math.abs(y) * wide + Math.abs(x) * pitch,
                Math.abs(x) * wide + Math.abs(y) * pitch);
    }
}
