package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixArea;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixSeat;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixZone;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the zones of a pretix plan go on one page. Floors that lie over each other are laid beside
 * each other, below or to the right, whichever keeps the page nearer to a square.
 */
final class Floors {

    private static final double MARGIN = 3;
    private static final double GAP = 5;

    private final List<Spot> shifts = new ArrayList<>();
    private final List<Bounds> placed = new ArrayList<>();
    private Bounds page = new Bounds(0, 0, 0, 0);
    private boolean shifted;

    static Floors arrange(List<PretixZone> zones, double pitch) {
        Floors floors = new Floors();
        Set<Long> taken = new HashSet<>();
        for (PretixZone zone : zones) {
            List<Spot> seats = new ArrayList<>();
            zone.rows()
                    .forEach(row -> row.seats().stream().map(PretixSeat::at).forEach(seats::add));
            boolean over = seats.stream().anyMatch(seat -> near(taken, seat, pitch));
            Bounds bounds = bounds(zone, seats);
            Spot shift = over ? floors.beside(bounds, pitch) : new Spot(0, 0);
            seats.forEach(seat -> taken.add(cell(seat.moved(shift.x(), shift.y()), pitch, 0, 0)));
            floors.place(bounds.moved(shift.x(), shift.y()), shift);
            floors.shifted |= over;
        }
        floors.crop(pitch);
        return floors;
    }

    private static Bounds bounds(PretixZone zone, List<Spot> seats) {
        List<Bounds> parts = new ArrayList<>();
        zone.areas().stream().map(PretixArea::bounds).forEach(parts::add);
        if (!seats.isEmpty() || parts.isEmpty()) {
            parts.add(Bounds.around(seats.isEmpty() ? List.of(new Spot(0, 0)) : seats));
        }
        return parts.stream().reduce(Bounds::with).orElseThrow();
    }

    private static boolean near(Set<Long> taken, Spot seat, double pitch) {
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
    private static long cell(Spot seat, double pitch, int dx, int dy) {
        long x = (long) Math.floor(seat.x() / pitch * 2) + dx;
        long y = (long) Math.floor(seat.y() / pitch * 2) + dy;
        return (x << 32) ^ (y & 0xffffffffL);
    }

    private Spot beside(Bounds floor, double pitch) {
        return page.width() >= page.height()
                ? new Spot(0, page.bottom() + GAP * pitch - floor.top())
                : new Spot(page.right() + GAP * pitch - floor.left(), 0);
    }

    private void place(Bounds floor, Spot shift) {
        page = placed.isEmpty() ? floor : page.with(floor);
        placed.add(floor);
        shifts.add(shift);
    }

    private void crop(double pitch) {
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

    boolean shifted() {
        return shifted;
    }

    Spot shift(int zone) {
        return shifts.get(zone);
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
