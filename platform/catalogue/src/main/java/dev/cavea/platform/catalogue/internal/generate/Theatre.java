package dev.cavea.platform.catalogue.internal.generate;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Frame;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows curved around a stage, two aisles through them, the stalls and, behind them, the circle. A
 * wheelchair place in two hundred, each with its companion's seat, at the ends of the stalls' rear
 * rows.
 *
 * @param seats exactly how many places there are in all
 * @param circle whether there is a circle, with three tenths of the seats
 */
public record Theatre(int seats, boolean circle, int zones) implements Generator {

    public static final int MIN_SEATS = 50;
    public static final int MAX_SEATS = 5_000;

    private static final double ROW_DISTANCE = 34;
    private static final double CIRCLE_GAP = 90;
    private static final double MARGIN = 60;
    private static final double AISLE_HALF = 22;
    private static final double CIRCLE_SHARE = 0.3;
    private static final double STAGE_SHARE = 0.7;
    private static final int SEATS_PER_WHEELCHAIR = 200;

    @Override
    public Plan plan() {
        int inCircle = circle ? (int) Math.round(seats * CIRCLE_SHARE) : 0;
        double radius = 260 + 4 * Math.sqrt(seats);
        Fan stalls = new Fan(radius, seats - inCircle);
        List<DrawnSection> drawn = new ArrayList<>();
        drawn.add(stalls.section("STALLS", "Stalls"));
        double last = stalls.lastRadius();
        if (inCircle > 0) {
            Fan balcony = new Fan(last + CIRCLE_GAP, inCircle);
            drawn.add(balcony.section("CIRCLE", "Circle"));
            last = balcony.lastRadius();
        }
        placeWheelchairs(drawn.getFirst().rows());
        return finish(drawn, radius, last);
    }

    private Plan finish(List<DrawnSection> drawn, double radius, double last) {
        double halfWidth = last * StrictMath.sin(Fan.HALF_ANGLE) + MARGIN;
        double stageWidth = Math.round(radius * STAGE_SHARE);
        double stageDepth = 110;
        // Its front corners stay clear of the first row's arc.
        double clear = radius - MARGIN;
        double front = Math.sqrt(clear * clear - stageWidth * stageWidth / 4);
        double stageY = front - stageDepth / 2;
        // Seats are drawn around the origin; the page begins above the stage.
        double up = stageY - stageDepth / 2 - MARGIN;
        var moved = drawn.stream().map(section -> section.moved(halfWidth, -up)).toList();
        Focus focus =
                new Focus(
                        Focus.Kind.STAGE,
                        Math.round(halfWidth),
                        Math.round(stageY - up),
                        stageWidth,
                        stageDepth);
        Frame frame =
                new Frame(
                        "Theatre of " + seats + " seats",
                        Math.ceil(halfWidth * 2),
                        Math.ceil(last - up + MARGIN),
                        PITCH,
                        focus,
                        ZonesByView.names(zones));
        return ZonesByView.draft(moved, focus, zones).build(frame);
    }

    private void placeWheelchairs(List<DrawnRow> rows) {
        int wanted = Math.max(2, Math.ceilDiv(seats, SEATS_PER_WHEELCHAIR));
        for (DrawnRow row : rows.reversed()) {
            if (row.size() >= 4 && wanted > 0) {
                wanted -= row.wheelchair(0, 1) ? 1 : 0;
            }
            if (row.size() >= 4 && wanted > 0) {
                wanted -= row.wheelchair(row.size() - 1, row.size() - 2) ? 1 : 0;
            }
        }
    }

    /** Rows of one fan, each an arc around the origin, from the front. */
    private record Fan(double innerRadius, int seats) {

        static final double HALF_ANGLE = Math.toRadians(52);
        private static final int OUTLINE_CORNERS = 6;
        private static final double AISLE_ANGLE = Math.toRadians(18);

        int rowCount() {
            int rows = 0;
            for (int capacity = 0; capacity < seats; rows++) {
                capacity += capacity(rows);
            }
            return rows;
        }

        double lastRadius() {
            return radius(rowCount() - 1);
        }

        private double radius(int row) {
            return innerRadius + row * ROW_DISTANCE;
        }

        private int centre(int row) {
            return inArc(AISLE_ANGLE * 2 * radius(row) - 2 * AISLE_HALF);
        }

        private int side(int row) {
            return inArc((HALF_ANGLE - AISLE_ANGLE) * radius(row) - AISLE_HALF);
        }

        private static int inArc(double length) {
            return Math.max(1, 1 + (int) (length / PITCH));
        }

        private int capacity(int row) {
            return centre(row) + 2 * side(row);
        }

        DrawnSection section(String id, String name) {
            return new DrawnSection(id, name, rows(), outline());
        }

        /** Along the arcs before the first row and behind the last one. */
        private List<Spot> outline() {
            List<Spot> outline = new ArrayList<>();
            double inner = innerRadius - ROW_DISTANCE / 2;
            double outer = lastRadius() + ROW_DISTANCE / 2;
            for (int corner = -OUTLINE_CORNERS; corner <= OUTLINE_CORNERS; corner++) {
                outline.add(edge(inner, corner));
            }
            for (int corner = OUTLINE_CORNERS; corner >= -OUTLINE_CORNERS; corner--) {
                outline.add(edge(outer, corner));
            }
            return outline;
        }

        private static Spot edge(double radius, int corner) {
            double angle = (HALF_ANGLE + PITCH / radius) * corner / OUTLINE_CORNERS;
            return new Spot(
                    Math.round(StrictMath.sin(angle) * radius),
                    Math.round(StrictMath.cos(angle) * radius));
        }

        /** What is too many goes from the outer ends, as evenly as it can. */
        List<DrawnRow> rows() {
            int rows = rowCount();
            int surplus = -seats;
            for (int row = 0; row < rows; row++) {
                surplus += capacity(row);
            }
            List<DrawnRow> drawn = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                int cut = surplus * (row + 1) / rows - surplus * row / rows;
                drawn.add(drawnRow(row, cut));
            }
            return drawn;
        }

        private DrawnRow drawnRow(int row, int cut) {
            DrawnRow drawn = new DrawnRow(RowLetters.of(row));
            int left = Math.max(side(row) - (cut + row % 2) / 2, 0);
            int right = Math.max(side(row) - (cut - (cut + row % 2) / 2), 0);
            int middle = capacity(row) - cut - left - right;
            double aisle = AISLE_ANGLE + AISLE_HALF / radius(row);
            double step = PITCH / radius(row);
            for (int seat = left - 1; seat >= 0; seat--) {
                place(drawn, row, -aisle - seat * step, 0);
            }
            for (int seat = 0; seat < middle; seat++) {
                int flag = seat == 0 && left > 0 ? Layout.AISLE_BEFORE : 0;
                place(drawn, row, (seat - (middle - 1) / 2.0) * step, flag);
            }
            for (int seat = 0; seat < right; seat++) {
                place(drawn, row, aisle + seat * step, seat == 0 ? Layout.AISLE_BEFORE : 0);
            }
            return drawn;
        }

        private void place(DrawnRow drawn, int row, double angle, int flag) {
            double x = StrictMath.sin(angle) * radius(row);
            double y = StrictMath.cos(angle) * radius(row);
            drawn.add(x, y, flag);
        }
    }
}
