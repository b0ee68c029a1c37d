package dev.cavea.platform.catalogue.internal.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixArea;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixSeat;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixZone;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Limits;
import dev.cavea.platform.catalogue.internal.plan.Shape;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The areas of a pretix plan, and which of them is what people look at: pretix does not say. */
final class PretixDrawings {

    private static final Pattern STAGE =
            Pattern.compile("stage|b[üu]hne|sc[eè]ne|escenario|palco|podium|screen|leinwand");
    private static final Pattern FIELD = Pattern.compile("field|pitch|spielfeld|ice|court");
    static final Set<String> MEMBERS =
            Set.of(
                    "shape",
                    "color",
                    "border_color",
                    "rotation",
                    "position",
                    "uuid",
                    "text",
                    "rectangle",
                    "circle",
                    "ellipse",
                    "polygon",
                    "width",
                    "height");

    private static final Spot ORIGIN = PretixSeats.ORIGIN;
    private static final int ELLIPSE_CORNERS = 32;

    private PretixDrawings() {}

    /** Null for an area of which nothing can be drawn. */
    static @Nullable PretixArea area(Fields area, PassedOver passedOver) {
        Spot at = area.has("position") ? PretixSeats.position(area.object("position")) : ORIGIN;
        String fill = fill(area, passedOver);
        String written = written(area);
        String text = written.isEmpty() ? null : written;
        String shape = area.node("shape").asText("");
        if (shape.equals("circle")) {
            double radius = area.object("circle").number("radius", 0, Limits.FAR);
            Shape circle = new Shape.Circle(at, radius, fill, text);
            return new PretixArea(circle, Bounds.around(ellipse(at, radius, radius)), written);
        }
        List<Spot> corners = corners(area, shape, at);
        if (corners.size() > 2) {
            Shape polygon = new Shape.Polygon(turned(corners, at, area), fill, text);
            return new PretixArea(polygon, Bounds.around(corners), written);
        }
        if (text == null) {
            passedOver.undrawn(area.at("shape"), "has neither corners nor a text");
            return null;
        }
        return lone(at, area.node("text").isObject() ? area.object("text") : null, text, fill);
    }

    private static @Nullable String fill(Fields area, PassedOver passedOver) {
        String given = PretixReader.text(area.node("color"));
        String fill = Colours.hex(given);
        if (fill == null && !given.isBlank()) {
            passedOver.colour(area.at("color"));
        }
        return fill;
    }

    /** An object with its place, or in older files the bare text; "" for none. */
    private static String written(Fields area) {
        JsonNode text = area.node("text");
        return Words.loose(
                PretixReader.text(text.isObject() ? text.path("text") : text),
                Limits.DRAWN_TEXT,
                () -> area.at("text"),
                area.findings());
    }

    private static PretixArea lone(
            Spot at, @Nullable Fields label, String text, @Nullable String fill) {
        Spot where = at;
        if (label != null && label.has("position")) {
            Spot offset = PretixSeats.position(label.object("position"));
            where = at.moved(offset.x(), offset.y());
        }
        return new PretixArea(
                new Shape.Text(where, text, fill), Bounds.around(List.of(where)), text);
    }

    private static List<Spot> corners(Fields area, String shape, Spot at) {
        return switch (shape) {
            case "rectangle" -> rectangle(area.object("rectangle"), at);
            case "polygon" ->
                    area.object("polygon").objects("points", Drawings.MAX_POINTS).stream()
                            .map(PretixSeats::position)
                            .map(p -> p.moved(at.x(), at.y()))
                            .toList();
            case "ellipse" -> {
                Fields radius = area.object("ellipse").object("radius");
                yield ellipse(
                        at, radius.number("x", 0, Limits.FAR), radius.number("y", 0, Limits.FAR));
            }
            // As files had it before there were shapes.
            case "" -> area.has("width") && area.has("height") ? rectangle(area, at) : List.of();
            default -> List.of();
        };
    }

    private static List<Spot> rectangle(Fields size, Spot at) {
        double width = size.number("width", 0, Limits.FAR);
        double height = size.number("height", 0, Limits.FAR);
        return List.of(at, at.moved(width, 0), at.moved(width, height), at.moved(0, height));
    }

    private static List<Spot> ellipse(Spot centre, double rx, double ry) {
        List<Spot> corners = new ArrayList<>();
        for (int corner = 0; corner < ELLIPSE_CORNERS; corner++) {
            double angle = 2 * Math.PI * corner / ELLIPSE_CORNERS;
            corners.add(centre.moved(rx * StrictMath.cos(angle), ry * StrictMath.sin(angle)));
        }
        return corners;
    }

    private static List<Spot> turned(List<Spot> corners, Spot around, Fields area) {
        double angle = Math.toRadians(area.number("rotation", -3_600, 3_600, 0));
        if (angle == 0) {
            return corners;
        }
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        return corners.stream()
                .map(c -> new Spot(c.x() - around.x(), c.y() - around.y()))
                .map(c -> around.moved(c.x() * cos - c.y() * sin, c.x() * sin + c.y() * cos))
                .toList();
    }

    /**
     * The area that says that it is a stage or a field, else the only unlabelled one if it is free
     * of seats and larger than a few of them.
     */
    static @Nullable PretixArea focusArea(PretixPlan plan, double pitch) {
        List<PretixArea> areas = plan.zones().stream().flatMap(z -> z.areas().stream()).toList();
        for (PretixArea area : areas) {
            if (kind(area) != null && isLarge(area, pitch)) {
                return area;
            }
        }
        List<PretixArea> nameless =
                areas.stream().filter(a -> a.text().isEmpty() && isLarge(a, pitch)).toList();
        if (nameless.size() != 1 || seats(plan).anyMatch(nameless.getFirst().bounds()::holds)) {
            return null;
        }
        return nameless.getFirst();
    }

    private static Stream<Spot> seats(PretixPlan plan) {
        return plan.zones().stream().flatMap(PretixZone::seats).map(PretixSeat::at);
    }

    private static boolean isLarge(PretixArea area, double pitch) {
        return area.bounds().width() > 3 * pitch && area.bounds().height() > pitch;
    }

    private static Focus.@Nullable Kind kind(PretixArea area) {
        String text = area.text().toLowerCase(Locale.ROOT);
        return STAGE.matcher(text).find()
                ? Focus.Kind.STAGE
                : FIELD.matcher(text).find() ? Focus.Kind.FIELD : null;
    }

    static Focus focus(PretixArea area) {
        Bounds bounds = area.bounds();
        Focus.Kind kind = kind(area);
        return new Focus(
                kind == null ? Focus.Kind.STAGE : kind,
                bounds.left() + bounds.width() / 2,
                bounds.top() + bounds.height() / 2,
                bounds.width(),
                bounds.height());
    }
}
