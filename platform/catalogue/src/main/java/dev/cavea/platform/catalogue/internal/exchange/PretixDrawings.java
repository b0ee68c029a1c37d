package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixArea;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixSeat;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixZone;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.plan.Focus;
import dev.cavea.platform.catalogue.internal.plan.Shape;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The areas of a pretix plan, and which of them is what people look at: pretix does not say. */
final class PretixDrawings {

    private static final Pattern STAGE =
            Pattern.compile("stage|b[üu]hne|sc[eè]ne|escenario|palco|podium|screen|leinwand");
    private static final Pattern FIELD = Pattern.compile("field|pitch|spielfeld|ice|court");
    private static final int ELLIPSE_CORNERS = 32;

    private PretixDrawings() {}

    /** Null for a form that is not known, which is then not drawn. */
    static @Nullable PretixArea area(Fields area) {
        Spot at = PretixReader.position(area.object("position"));
        String fill = Drawings.color(area, "color");
        Fields label = area.has("text") ? area.object("text") : null;
        String written = label == null ? "" : label.node("text").asText("").strip();
        String text =
                written.isEmpty() ? null : written.substring(0, Math.min(written.length(), 200));
        List<Spot> corners = corners(area, at);
        if (corners.isEmpty()) {
            return text == null ? null : lone(at, label, text, fill);
        }
        Shape shape = new Shape.Polygon(turned(corners, at, area), fill, text);
        return new PretixArea(shape, Bounds.around(corners), written);
    }

    private static PretixArea lone(
            Spot at, @Nullable Fields label, String text, @Nullable String fill) {
        Spot where = at;
        if (label != null && label.has("position")) {
            Spot offset = PretixReader.position(label.object("position"));
            where = at.moved(offset.x(), offset.y());
        }
        return new PretixArea(
                new Shape.Text(where, text, fill), Bounds.around(List.of(where)), text);
    }

    private static List<Spot> corners(Fields area, Spot at) {
        return switch (area.node("shape").asText("")) {
            case "rectangle" -> {
                Fields size = area.object("rectangle");
                double width = size.number("width", 0, Drawings.FAR);
                double height = size.number("height", 0, Drawings.FAR);
                yield List.of(at, at.moved(width, 0), at.moved(width, height), at.moved(0, height));
            }
            case "polygon" ->
                    area.object("polygon").objects("points", Drawings.MAX_POINTS).stream()
                            .map(PretixReader::position)
                            .map(p -> p.moved(at.x(), at.y()))
                            .toList();
            case "circle" -> {
                double radius = area.object("circle").number("radius", 0, Drawings.FAR);
                yield ellipse(at, radius, radius);
            }
            case "ellipse" -> {
                Fields radius = area.object("ellipse").object("radius");
                yield ellipse(
                        at,
                        radius.number("x", 0, Drawings.FAR),
                        radius.number("y", 0, Drawings.FAR));
            }
            default -> List.of();
        };
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
        return plan.zones().stream()
                .map(PretixZone::rows)
                .flatMap(List::stream)
                .flatMap(row -> row.seats().stream())
                .map(PretixSeat::at);
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
