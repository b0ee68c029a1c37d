package dev.cavea.platform.catalogue.internal.generate;

import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.List;

/**
 * A section as a generator draws it, its rows from the front.
 *
 * @param outline empty where the hull of its seats will do
 */
record DrawnSection(String id, String name, List<DrawnRow> rows, List<Spot> outline) {

    DrawnSection(String id, String name, List<DrawnRow> rows) {
        this(id, name, rows, List.of());
    }

    DrawnSection moved(double dx, double dy) {
        return new DrawnSection(
                id,
                name,
                rows.stream().map(row -> row.moved(dx, dy)).toList(),
                outline.stream().map(spot -> spot.moved(dx, dy)).toList());
    }
}
