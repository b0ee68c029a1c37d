package dev.cavea.platform.catalogue.internal.generate;

import dev.cavea.platform.catalogue.internal.plan.Spot;

/**
 * A wedge of a bowl between two aisles: along a straight side, or around a corner.
 *
 * @param x of the side's middle, or of the corner's centre; y alike
 * @param outX where outside is, seen from the wedge's middle; a unit vector with outY
 * @param length of the straight side; 0 in a corner
 * @param radius of the corner's inner line; 0 on a side
 * @param sweep the corner's angle; 0 on a side
 */
record Wedge(
        double x, double y, double outX, double outY, double length, double radius, double sweep) {

    static Wedge side(Spot middle, double outX, double outY, double length) {
        return new Wedge(middle.x(), middle.y(), outX, outY, length, 0, 0);
    }

    /**
     * @param angle where the wedge's middle is, clockwise from straight up
     */
    static Wedge corner(Spot centre, double angle, double radius, double sweep) {
        return new Wedge(
                centre.x(),
                centre.y(),
                StrictMath.sin(angle),
                -StrictMath.cos(angle),
                0,
                radius,
                sweep);
    }

    /** How long a row is that lies this far outside the inner line. */
    double lengthAt(double offset) {
        return sweep == 0 ? length : (radius + offset) * sweep;
    }

    /** The place in the row at {@code offset} that is this far, clockwise, from its middle. */
    Spot spot(double offset, double along) {
        if (sweep == 0) {
            return new Spot(x + outX * offset - outY * along, y + outY * offset + outX * along);
        }
        double r = radius + offset;
        double sin = StrictMath.sin(along / r);
        double cos = StrictMath.cos(along / r);
        return new Spot(x + r * (outX * cos - outY * sin), y + r * (outX * sin + outY * cos));
    }
}
