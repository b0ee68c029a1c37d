package dev.cavea.platform.catalogue.internal.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The convex hull of seats, widened so that it holds them whole. */
final class Outline {

    private static final double DIAGONAL = Math.sqrt(0.5);
    private static final double[][] AROUND = {
        {1, 0}, {DIAGONAL, DIAGONAL}, {0, 1}, {-DIAGONAL, DIAGONAL},
        {-1, 0}, {-DIAGONAL, -DIAGONAL}, {0, -1}, {DIAGONAL, -DIAGONAL}
    };

    private Outline() {}

    static List<Spot> around(List<Spot> seats, double margin) {
        List<Spot> widened = new ArrayList<>();
        for (Spot corner : hull(seats)) {
            for (double[] way : AROUND) {
                widened.add(corner.moved(way[0] * margin, way[1] * margin));
            }
        }
        return withoutFlatCorners(hull(widened), margin / 6);
    }

    /** Andrew's monotone chain. */
    private static List<Spot> hull(List<Spot> spots) {
        List<Spot> sorted = new ArrayList<>(spots);
        sorted.sort(Comparator.comparingDouble(Spot::x).thenComparingDouble(Spot::y));
        if (sorted.size() < 3) {
            return sorted;
        }
        List<Spot> hull = chain(sorted);
        hull.removeLast();
        List<Spot> back = chain(sorted.reversed());
        back.removeLast();
        hull.addAll(back);
        return hull;
    }

    private static List<Spot> chain(List<Spot> sorted) {
        List<Spot> chain = new ArrayList<>();
        for (Spot spot : sorted) {
            while (chain.size() > 1
                    && turn(chain.get(chain.size() - 2), chain.getLast(), spot) <= 0) {
                chain.removeLast();
            }
            chain.add(spot);
        }
        return chain;
    }

    private static double turn(Spot a, Spot b, Spot c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    private static List<Spot> withoutFlatCorners(List<Spot> hull, double tolerance) {
        List<Spot> kept = new ArrayList<>();
        for (int i = 0; i < hull.size(); i++) {
            Spot before = kept.isEmpty() ? hull.getLast() : kept.getLast();
            Spot corner = hull.get(i);
            Spot after = hull.get((i + 1) % hull.size());
            double base = Math.hypot(after.x() - before.x(), after.y() - before.y());
            if (base == 0 || Math.abs(turn(before, corner, after)) / base > tolerance) {
                kept.add(rounded(corner));
            }
        }
        return kept;
    }

    private static Spot rounded(Spot spot) {
        return new Spot(Math.round(spot.x()), Math.round(spot.y()));
    }
}
