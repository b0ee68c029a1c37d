package dev.cavea.platform.catalogue.internal.generate;

import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.List;

/** The line of a bowl's first row around its origin: a rectangle with round corners. */
record Oval(double halfWidth, double halfHeight, double corner) {

    /** Wedges clockwise from the upper left end of the top side, each about as wide as wanted. */
    List<Wedge> wedges(double offset, double width) {
        double straightX = halfWidth - corner;
        double straightY = halfHeight - corner;
        List<Wedge> wedges = new ArrayList<>();
        side(wedges, new Spot(0, -halfHeight), new Spot(1, 0), straightX, width);
        corner(wedges, new Spot(straightX, -straightY), 0, offset, width);
        side(wedges, new Spot(halfWidth, 0), new Spot(0, 1), straightY, width);
        corner(wedges, new Spot(straightX, straightY), 1, offset, width);
        side(wedges, new Spot(0, halfHeight), new Spot(-1, 0), straightX, width);
        corner(wedges, new Spot(-straightX, straightY), 2, offset, width);
        side(wedges, new Spot(-halfWidth, 0), new Spot(0, -1), straightY, width);
        corner(wedges, new Spot(-straightX, -straightY), 3, offset, width);
        return wedges;
    }

    private static void side(
            List<Wedge> wedges, Spot middle, Spot along, double half, double width) {
        int parts = (int) Math.max(1, Math.round(2 * half / width));
        double length = 2 * half / parts;
        for (int part = 0; part < parts; part++) {
            double from = (part + 0.5) * length - half;
            Spot at = middle.moved(along.x() * from, along.y() * from);
            wedges.add(Wedge.side(at, along.y(), -along.x(), length));
        }
    }

    private void corner(List<Wedge> wedges, Spot centre, int quarter, double offset, double width) {
        double right = Math.PI / 2;
        int parts = (int) Math.max(1, Math.round((corner + offset) * right / width));
        for (int part = 0; part < parts; part++) {
            double angle = (quarter + (part + 0.5) / parts) * right;
            wedges.add(Wedge.corner(centre, angle, corner, right / parts));
        }
    }
}
