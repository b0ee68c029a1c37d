package dev.cavea.platform.catalogue.internal.plan;

import java.util.List;

/**
 * A section.
 *
 * @param id what seat ids begin with
 * @param outline a polygon around its seats
 */
public record Section(String id, String name, List<Spot> outline) {

    public Section {
        outline = List.copyOf(outline);
    }
}
