package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts seats and rows, which a file may list in any order, into the order in which they stand. A
 * file that lists them so already keeps its order, and so does one whose order makes a shorter way.
 */
final class ByPlace {

    /** The usual distance of neighbours where there are none. */
    private static final double USUAL_PITCH = 25;

    /** A gap of at least this many usual distances is an aisle. */
    private static final double AISLE = 1.6;

    /** Rows are parallel when the cosine of the angle between them is at least this. */
    private static final double PARALLEL = 0.9;

    /** Longer rows keep their file's order: looking for the nearest seat costs their square. */
    private static final int LONGEST = 2_000;

    private ByPlace() {}

    /** A row from one end to the other, in the direction that agrees better with the file's. */
    static <T> List<T> row(List<T> listed, Function<T, Spot> at) {
        if (listed.size() < 3 || listed.size() > LONGEST) {
            return listed;
        }
        List<Spot> spots = listed.stream().map(at).toList();
        int[] best = inOrder(spots.size());
        int end = farthest(spots, centre(spots));
        for (int start : new int[] {end, farthest(spots, spots.get(end))}) {
            int[] chain = chain(spots, start);
            best = length(spots, chain) < length(spots, best) * 0.999 ? chain : best;
        }
        return sorted(listed, agreeing(best));
    }

    /**
     * The rows of a section behind each other, if they are parallel, each in the direction of the
     * first one.
     */
    static <T> List<T> rows(List<T> listed, Function<T, List<Spot>> seats, double pitch) {
        double[] along = direction(listed, seats);
        if (along.length == 0 || listed.size() < 3) {
            return listed;
        }
        double step = pitch * 0.4;
        List<Integer> order = new ArrayList<>();
        double[] depth = new double[listed.size()];
        for (int i = 0; i < depth.length; i++) {
            Spot middle = centre(seats.apply(listed.get(i)));
            depth[i] = Math.rint((middle.y() * along[0] - middle.x() * along[1]) / step);
            order.add(i);
        }
        if (correlation(depth) < 0) {
            Arrays.setAll(depth, i -> -depth[i]);
        }
        order.sort(Comparator.comparingDouble(i -> depth[i]));
        return order.stream().map(listed::get).toList();
    }

    /** Whether the row runs against the direction. */
    static boolean runsAgainst(List<Spot> row, List<Spot> direction) {
        double[] one = vector(row);
        double[] other = vector(direction);
        return one[0] * other[0] + one[1] * other[1] < 0;
    }

    /** The median distance of neighbours over all rows, 1 to 10,000, in tenths. */
    static double pitch(Stream<List<Spot>> rows) {
        double[] distances =
                rows.flatMapToDouble(row -> Arrays.stream(gaps(row)))
                        .filter(distance -> distance > 0)
                        .sorted()
                        .toArray();
        double median = distances.length == 0 ? USUAL_PITCH : distances[(distances.length - 1) / 2];
        return Math.clamp(Math.round(median * 10) / 10.0, 1, 10_000);
    }

    /** For each seat of a row whether an aisle runs before it: the row's own pitch counts. */
    static boolean[] aisles(List<Spot> row, double pitch) {
        double[] gaps = gaps(row);
        double[] ordered = gaps.clone();
        Arrays.sort(ordered);
        double usual = gaps.length < 3 ? pitch : ordered[(ordered.length - 1) / 2];
        boolean[] aisles = new boolean[row.size()];
        for (int i = 0; i < gaps.length; i++) {
            aisles[i + 1] = gaps[i] > AISLE * usual;
        }
        return aisles;
    }

    static Spot centre(List<Spot> spots) {
        double x = 0;
        double y = 0;
        for (Spot spot : spots) {
            x += spot.x();
            y += spot.y();
        }
        return new Spot(x / spots.size(), y / spots.size());
    }

    static double distance(Spot a, Spot b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static double[] gaps(List<Spot> row) {
        double[] gaps = new double[Math.max(0, row.size() - 1)];
        Arrays.setAll(gaps, i -> distance(row.get(i), row.get(i + 1)));
        return gaps;
    }

    private static int farthest(List<Spot> spots, Spot from) {
        return Collections.max(
                Arrays.stream(inOrder(spots.size())).boxed().toList(),
                Comparator.comparingDouble(i -> distance(spots.get(i), from)));
    }

    /** From one seat on always to the nearest that is left; among equals the first listed. */
    private static int[] chain(List<Spot> spots, int start) {
        int[] chain = new int[spots.size()];
        boolean[] taken = new boolean[spots.size()];
        chain[0] = start;
        taken[start] = true;
        for (int i = 1; i < chain.length; i++) {
            int nearest = -1;
            for (int seat = 0; seat < taken.length; seat++) {
                boolean isNearer =
                        !taken[seat]
                                && (nearest < 0
                                        || distance(spots.get(chain[i - 1]), spots.get(seat))
                                                < distance(
                                                        spots.get(chain[i - 1]),
                                                        spots.get(nearest)));
                nearest = isNearer ? seat : nearest;
            }
            chain[i] = nearest;
            taken[nearest] = true;
        }
        return chain;
    }

    private static double length(List<Spot> spots, int[] order) {
        double length = 0;
        for (int i = 1; i < order.length; i++) {
            length += distance(spots.get(order[i - 1]), spots.get(order[i]));
        }
        return length;
    }

    private static int[] agreeing(int[] order) {
        if (correlation(Arrays.stream(order).asDoubleStream().toArray()) >= 0) {
            return order;
        }
        int[] turned = new int[order.length];
        Arrays.setAll(turned, i -> order[order.length - 1 - i]);
        return turned;
    }

    /** Whether the values grow or fall on the whole. */
    private static double correlation(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (i - middle) * values[i];
        }
        return sum;
    }

    /** The direction of all rows as a unit vector, or nothing when they are not parallel. */
    private static <T> double[] direction(List<T> rows, Function<T, List<Spot>> seats) {
        double[] sum = new double[2];
        List<double[]> units = new ArrayList<>();
        for (T row : rows) {
            double[] vector = vector(seats.apply(row));
            double length = Math.hypot(vector[0], vector[1]);
            if (length > 0) {
                double sign = vector[0] * sum[0] + vector[1] * sum[1] < 0 ? -1 : 1;
                sum[0] += sign * vector[0];
                sum[1] += sign * vector[1];
                units.add(new double[] {vector[0] / length, vector[1] / length});
            }
        }
        double length = Math.hypot(sum[0], sum[1]);
        double x = sum[0] / length;
        double y = sum[1] / length;
        boolean isParallel =
                length > 0
                        && units.stream().allMatch(u -> Math.abs(u[0] * x + u[1] * y) >= PARALLEL);
        return isParallel ? new double[] {x, y} : new double[0];
    }

    private static double[] vector(List<Spot> row) {
        Spot first = row.getFirst();
        Spot last = row.getLast();
        return new double[] {last.x() - first.x(), last.y() - first.y()};
    }

    private static int[] inOrder(int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        return order;
    }

    private static <T> List<T> sorted(List<T> listed, int[] order) {
        return Arrays.stream(order).mapToObj(listed::get).toList();
    }
}
