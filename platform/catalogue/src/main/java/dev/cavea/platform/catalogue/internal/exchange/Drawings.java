package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Limits;
import dev.cavea.platform.catalogue.internal.plan.Shape;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The drawn parts that plan documents have beside seats. */
final class Drawings {

    static final int MAX_POINTS = 2_000;

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private Drawings() {}

    static Zone zone(Fields zone, int index) {
        String name = zone.text("name", Limits.ZONE_NAME);
        String color = color(zone, "color");
        return color == null ? Zone.of(name, index) : new Zone(name, color);
    }

    static @Nullable String color(Fields fields, String name) {
        String color = fields.textOrNull(name, 40);
        if (color != null && !COLOR.matcher(color).matches()) {
            fields.wrong(name, "is not a colour", "#RRGGBB");
            return null;
        }
        return color;
    }

    static Focus focus(Fields focus) {
        String kind = focus.word("kind", "stage", "stage", "field", "ring");
        return new Focus(
                Focus.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                focus.number("x", -Limits.FAR, Limits.FAR),
                focus.number("y", -Limits.FAR, Limits.FAR),
                focus.number("width", 0, Limits.FAR),
                focus.number("height", 0, Limits.FAR));
    }

    static List<Spot> points(Fields fields, String name) {
        List<Spot> points = new ArrayList<>();
        for (JsonNode point : fields.elements(name, MAX_POINTS)) {
            if (!isPoint(point, fields.findings().trusts())) {
                fields.wrong(
                        name + "[" + points.size() + "]", "is not a point", "[x, y], two numbers");
                return List.of();
            }
            points.add(new Spot(point.get(0).doubleValue(), point.get(1).doubleValue()));
        }
        if (!points.isEmpty() && points.size() < 3 && !fields.findings().trusts()) {
            fields.wrong(name, "has " + points.size() + " points", "none, or at least 3 points");
        }
        return points;
    }

    private static boolean isPoint(JsonNode point, boolean anywhere) {
        return point.isArray()
                && point.size() == 2
                && isNear(point.get(0), anywhere)
                && isNear(point.get(1), anywhere);
    }

    private static boolean isNear(JsonNode coordinate, boolean anywhere) {
        return coordinate.isNumber()
                && (anywhere || Math.abs(coordinate.doubleValue()) <= Limits.FAR);
    }

    static @Nullable Shape shape(Fields shape) {
        String fill = color(shape, "fill");
        String text = shape.textOrNull("text", Limits.DRAWN_TEXT);
        return switch (shape.word("kind", "", "polygon", "rectangle", "circle", "text")) {
            case "polygon", "rectangle" -> new Shape.Polygon(points(shape, "points"), fill, text);
            case "circle" ->
                    new Shape.Circle(at(shape), shape.number("radius", 0, Limits.FAR), fill, text);
            case "text" -> new Shape.Text(at(shape), shape.text("text", Limits.DRAWN_TEXT), fill);
            default -> null;
        };
    }

    private static Spot at(Fields shape) {
        return new Spot(
                shape.number("x", -Limits.FAR, Limits.FAR),
                shape.number("y", -Limits.FAR, Limits.FAR));
    }
}
