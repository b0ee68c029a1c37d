package dev.cavea.platform.catalogue.internal.plan;

import java.util.Locale;

/** What people look at: a rectangle by its centre. */
public record Focus(Kind kind, double x, double y, double width, double height) {

    /** How it is looked at: from one side, along it, or from all around alike. */
    public enum Kind {
        STAGE,
        FIELD,
        RING;

        /** As the documents have it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far a point is from the nearest point of the rectangle. */
    double distance(double px, double py) {
        double dx = Math.max(Math.abs(px - x) - width / 2, 0);
        double dy = Math.max(Math.abs(py - y) - height / 2, 0);
        return Math.sqrt(dx * dx + dy * dy);
    }

    public Focus moved(double dx, double dy) {
        return new Focus(kind, x + dx, y + dy, width, height);
    }
}
