package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.plan.Shape;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pretix seating plan as its file has it; coordinates are added up. */
record PretixPlan(String name, List<Zone> categories, List<PretixZone> zones) {

    record PretixZone(String id, String name, List<PretixRow> rows, List<PretixArea> areas) {}

    record PretixRow(String label, List<PretixSeat> seats, String path) {}

    /**
     * A seat.
     *
     * @param guid what pretix calls a seat by; files are met in which it repeats
     * @param uuid what its editor calls it by, or null
     */
    record PretixSeat(
            String guid, @Nullable String uuid, String number, String category, Spot at) {}

    /**
     * A drawing.
     *
     * @param text what is written on it, or empty
     */
    record PretixArea(Shape shape, Bounds bounds, String text) {}

    PretixPlan {
        categories = List.copyOf(categories);
        zones = List.copyOf(zones);
    }
}
