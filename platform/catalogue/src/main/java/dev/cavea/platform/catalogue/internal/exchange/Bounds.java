package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.Collection;

/** The smallest upright rectangle around some spots. */
record Bounds(double left, double top, double right, double bottom) {

    static Bounds around(Collection<Spot> spots) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Spot spot : spots) {
            left = Math.min(left, spot.x());
            top = Math.min(top, spot.y());
            right = Math.max(right, spot.x());
            bottom = Math.max(bottom, spot.y());
        }
        return new Bounds(left, top, right, bottom);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    boolean holds(Spot spot) {
        return spot.x() > left && spot.x() < right && spot.y() > top && spot.y() < bottom;
    }

    Bounds with(Bounds other) {
        return new Bounds(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    Bounds moved(double dx, double dy) {
        return new Bounds(left + dx, top + dy, right + dx, bottom + dy);
    }
}
