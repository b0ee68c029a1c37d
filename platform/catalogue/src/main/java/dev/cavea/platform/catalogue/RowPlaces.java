package dev.cavea.platform.catalogue;

import dev.cavea.ledger.core.house.Layout;
import java.util.Arrays;

/**
 * How the rows of a plan line up, as flags of the ledger's layout: which seat of a row is directly
 * in front of which of the next, and whether a row stands behind the one before it at all.
 */
final class RowPlaces {

    /** A row farther away than this many usual distances between neighbours is not behind. */
    private static final double FARTHEST = 3;

    private final SeatingPlan plan;
    private final Layout layout;
    private final double pitch;

    private RowPlaces(SeatingPlan plan, Layout layout) {
        this.plan = plan;
        this.layout = layout;
        pitch = pitch();
    }

    /** Adds them to the layout's flags. */
    static void mark(SeatingPlan plan, Layout layout) {
        RowPlaces places = new RowPlaces(plan, layout);
        for (int row = 1; row < layout.rowCount(); row++) {
            if (layout.rowSections()[row] == layout.rowSections()[row - 1]) {
                places.mark(row - 1, row);
            }
        }
    }

    private void mark(int front, int back) {
        double[] along = direction(front, back);
        double left = Math.max(least(front, along), least(back, along));
        double right = Math.min(most(front, along), most(back, along));
        int meets = nearest(front, along, (left + right) / 2);
        int behind = nearest(back, meets);
        boolean isApart =
                runsAgainst(front, back)
                        || left - right > pitch
                        || distance(meets, behind) > FARTHEST * pitch;
        if (isApart) {
            layout.flags()[layout.rowStarts()[back]] |= (byte) Layout.APART_FROM_ROW_BEFORE;
        } else {
            layout.flags()[meets] |= (byte) Layout.MEETS_NEXT_ROW;
            layout.flags()[behind] |= (byte) Layout.MEETS_ROW_BEFORE;
        }
    }

    /** Of the longer row, as a unit vector. */
    private double[] direction(int front, int back) {
        double[] one = vector(front);
        double[] other = vector(back);
        double[] longer =
                Math.hypot(one[0], one[1]) >= Math.hypot(other[0], other[1]) ? one : other;
        double length = Math.hypot(longer[0], longer[1]);
        return length == 0
                ? new double[] {1, 0}
                : new double[] {longer[0] / length, longer[1] / length};
    }

    private boolean runsAgainst(int front, int back) {
        double[] one = vector(front);
        double[] other = vector(back);
        return one[0] * other[0] + one[1] * other[1] < 0;
    }

    private double[] vector(int row) {
        int first = layout.rowStarts()[row];
        int last = layout.rowEnd(row) - 1;
        return new double[] {plan.x(last) - plan.x(first), plan.y(last) - plan.y(first)};
    }

    private double at(int seat, double[] along) {
        return plan.x(seat) * along[0] + plan.y(seat) * along[1];
    }

    private double least(int row, double[] along) {
        double least = Double.POSITIVE_INFINITY;
        for (int seat = layout.rowStarts()[row]; seat < layout.rowEnd(row); seat++) {
            least = Math.min(least, at(seat, along));
        }
        return least;
    }

    private double most(int row, double[] along) {
        double most = Double.NEGATIVE_INFINITY;
        for (int seat = layout.rowStarts()[row]; seat < layout.rowEnd(row); seat++) {
            most = Math.max(most, at(seat, along));
        }
        return most;
    }

    private int nearest(int row, double[] along, double place) {
        int nearest = layout.rowStarts()[row];
        for (int seat = nearest; seat < layout.rowEnd(row); seat++) {
            if (Math.abs(at(seat, along) - place) < Math.abs(at(nearest, along) - place)) {
                nearest = seat;
            }
        }
        return nearest;
    }

    private int nearest(int row, int to) {
        int nearest = layout.rowStarts()[row];
        for (int seat = nearest; seat < layout.rowEnd(row); seat++) {
            if (distance(seat, to) < distance(nearest, to)) {
                nearest = seat;
            }
        }
        return nearest;
    }

    private double distance(int one, int other) {
        return Math.hypot(plan.x(one) - plan.x(other), plan.y(one) - plan.y(other));
    }

    /** The median distance of neighbours. */
    private double pitch() {
        double[] distances = new double[layout.seatCount()];
        int count = 0;
        for (int row = 0; row < layout.rowCount(); row++) {
            for (int seat = layout.rowStarts()[row] + 1; seat < layout.rowEnd(row); seat++) {
                distances[count++] = distance(seat - 1, seat);
            }
        }
        Arrays.sort(distances, 0, count);
        return count == 0 ? 25 : distances[count / 2];
    }
}
