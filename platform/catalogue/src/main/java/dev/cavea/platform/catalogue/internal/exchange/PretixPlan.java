package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.plan.Shape;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import dev.cavea.platform.catalogue.internal.plan.Zone;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pretix seating plan as its file has it; coordinates are added up.
 *
 * @param size of the page, or null if the file does not say
 */
record PretixPlan(String name, List<Zone> categories, List<PretixZone> zones, @Nullable Spot size) {

    record PretixZone(String id, String name, List<PretixRow> rows, List<PretixArea> areas) {

        PretixZone moved(Spot by) {
            return new PretixZone(
                    id,
                    name,
                    rows.stream().map(row -> row.moved(by)).toList(),
                    areas.stream().map(area -> area.moved(by)).toList());
        }

        Stream<PretixSeat> seats() {
            return rows.stream().flatMap(row -> row.seats().stream());
        }
    }

    record PretixRow(String label, List<PretixSeat> seats) {

        PretixRow moved(Spot by) {
            return new PretixRow(label, seats.stream().map(seat -> seat.moved(by)).toList());
        }
    }

    /**
     * A seat.
     *
     * @param guid what pretix calls a seat by; files are met in which it repeats
     * @param uuid what its editor calls it by, or null
     * @param path where in the file it is
     */
    record PretixSeat(
            String guid,
            @Nullable String uuid,
            String number,
            String category,
            Spot at,
            String path) {

        PretixSeat moved(Spot by) {
            return new PretixSeat(guid, uuid, number, category, at.moved(by.x(), by.y()), path);
        }
    }

    /**
     * A drawing.
     *
     * @param text what is written on it, or empty
     */
    record PretixArea(Shape shape, Bounds bounds, String text) {

        PretixArea moved(Spot by) {
            return new PretixArea(shape.moved(by.x(), by.y()), bounds.moved(by.x(), by.y()), text);
        }
    }

    PretixPlan {
        categories = List.copyOf(categories);
        zones = List.copyOf(zones);
    }
}
