package dev.cavea.platform.catalogue.internal.plan;

import dev.cavea.platform.catalogue.SeatingPlan;
import java.util.List;

/** A general-admission area and where it is drawn; an empty outline is not drawn. */
public record StandingArea(SeatingPlan.Area area, List<Spot> outline) {

    public StandingArea {
        outline = List.copyOf(outline);
    }
}
