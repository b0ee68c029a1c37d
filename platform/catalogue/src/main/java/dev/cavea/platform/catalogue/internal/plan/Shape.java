package dev.cavea.platform.catalogue.internal.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is drawn and nothing else. */
public sealed interface Shape {

    /** {@code #RRGGBB}, or null for the page's own. */
    @Nullable String fill();

    /** What is written on it, or null. */
    @Nullable String text();

    Shape moved(double dx, double dy);

    record Polygon(List<Spot> points, @Nullable String fill, @Nullable String text)
            implements Shape {
        public Polygon {
            points = List.copyOf(points);
        }

        @Override
        public Shape moved(double dx, double dy) {
            return new Polygon(points.stream().map(p -> p.moved(dx, dy)).toList(), fill, text);
        }
    }

    record Circle(Spot centre, double radius, @Nullable String fill, @Nullable String text)
            implements Shape {
        @Override
        public Shape moved(double dx, double dy) {
            return new Circle(centre.moved(dx, dy), radius, fill, text);
        }
    }

    record Text(Spot at, String text, @Nullable String fill) implements Shape {
        @Override
        public Shape moved(double dx, double dy) {
            return new Text(at.moved(dx, dy), text, fill);
        }
    }
}
