package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixArea;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixSeat;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixZone;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the zones of a pretix plan go on one page. Blocks that run into each other are moved apart
 * as they stand, so that the hall keeps its order. Floors that lie over each other are laid beside
 * each other, below or to the right, whichever keeps the page nearer to a square.
 */
final class Floors {

    private static final double MARGIN = 3;
    private static final double GAP = 5;

    private final double pitch;
    private final List<Spot> shifts = new ArrayList<>();
    private final List<Bounds> placed = new ArrayList<>();
    private Bounds page = new Bounds(0, 0, 0, 0);
    private boolean spread;
    private boolean laidBeside;

    private Floors(double pitch) {
        this.pitch = pitch;
    }

    static Floors arrange(PretixPlan plan, double pitch) {
        Floors floors = new Floors(pitch);
        List<PretixZone> zones = plan.zones();
        List<Spot> apart = Spreading.of(zones, pitch);
        floors.spread = apart.stream().anyMatch(shift -> !shift.equals(PretixSeats.ORIGIN));
        Set<Long> taken = new HashSet<>();
        for (int i = 0; i < zones.size(); i++) {
            PretixZone zone = zones.get(i).moved(apart.get(i));
            List<Spot> seats = zone.seats().map(PretixSeat::at).toList();
            boolean over = seats.stream().anyMatch(seat -> near(taken, seat, pitch));
            Bounds bounds = bounds(zone, seats);
            Spot shift = over ? floors.beside(bounds) : PretixSeats.ORIGIN;
            seats.forEach(seat -> taken.add(cell(seat.moved(shift.x(), shift.y()), pitch, 0, 0)));
            floors.place(
                    bounds.moved(shift.x(), shift.y()), apart.get(i).moved(shift.x(), shift.y()));
            floors.laidBeside |= over;
        }
        floors.crop(plan.size());
        return floors;
    }

    private static Bounds bounds(PretixZone zone, List<Spot> seats) {
        List<Bounds> parts = new ArrayList<>();
        zone.areas().stream().map(PretixArea::bounds).forEach(parts::add);
        if (!seats.isEmpty() || parts.isEmpty()) {
            parts.add(Bounds.around(seats.isEmpty() ? List.of(PretixSeats.ORIGIN) : seats));
        }
        return parts.stream().reduce(Bounds::with).orElseThrow();
    }

    static boolean near(Set<Long> taken, Spot seat, double pitch) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if (taken.contains(cell(seat, pitch, dx, dy))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Cells of half a pitch, so that only seats that would be drawn over each other meet. */
    static long cell(Spot seat, double pitch, int dx, int dy) {
        long x = (long) Math.floor(seat.x() / pitch * 2) + dx;
        long y = (long) Math.floor(seat.y() / pitch * 2) + dy;
        return (x << 32) ^ (y & 0xffffffffL);
    }

    private Spot beside(Bounds floor) {
        return page.width() >= page.height()
                ? new Spot(0, page.bottom() + GAP * pitch - floor.top())
                : new Spot(page.right() + GAP * pitch - floor.left(), 0);
    }

    private void place(Bounds floor, Spot shift) {
        page = placed.isEmpty() ? floor : page.with(floor);
        placed.add(floor);
        shifts.add(shift);
    }

    /** A page that the file says, and that holds everything, stays as it is. */
    private void crop(@Nullable Spot size) {
        if (size != null && !parted() && isWithin(size)) {
            page = new Bounds(0, 0, size.x(), size.y());
            return;
        }
        double dx = MARGIN * pitch - page.left();
        double dy = MARGIN * pitch - page.top();
        shifts.replaceAll(shift -> shift.moved(dx, dy));
        placed.replaceAll(bounds -> bounds.moved(dx, dy));
        page =
                new Bounds(
                        0,
                        0,
                        page.right() + dx + MARGIN * pitch,
                        page.bottom() + dy + MARGIN * pitch);
    }

    private boolean isWithin(Spot size) {
        return page.left() >= 0
                && page.top() >= 0
                && page.right() <= size.x()
                && page.bottom() <= size.y();
    }

    /** Whether zones are elsewhere than the file has them. */
    boolean parted() {
        return spread || laidBeside;
    }

    void warn(List<PretixZone> zones, Findings findings) {
        if (parted()) {
            findings.warn(
                    "zones-overlap",
                    laidBeside
                            ? "Zones lie one above another, like floors; they are drawn next to"
                                    + " each other."
                            : "Zones overlap at their edges; they are drawn a little farther apart,"
                                    + " in the hall's own order.",
                    zones.stream()
                            .filter(zone -> zone.seats().findAny().isPresent())
                            .map(PretixZone::name)
                            .limit(10)
                            .toList());
        }
    }

    Spot shift(int zone) {
        return shifts.isEmpty() ? PretixSeats.ORIGIN : shifts.get(zone);
    }

    /** Above the zone, in the middle. */
    Spot title(int zone) {
        Bounds bounds = placed.get(zone);
        return new Spot(
                Math.round(bounds.left() + bounds.width() / 2), Math.round(bounds.top() - 25));
    }

    double width() {
        return page.right();
    }

    double height() {
        return page.bottom();
    }
}
