package dev.cavea.platform.catalogue.internal.exchange;

import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixSeat;
import dev.cavea.platform.catalogue.internal.exchange.PretixPlan.PretixZone;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Moves the blocks of a hall apart where their edges run into each other: all distances between
 * blocks grow by one factor across and one down, the smallest that parts them, so that what stood
 * left of or behind something still does. Blocks of which one covers the other are floors, and not
 * this one's business.
 */
final class Spreading {

    /** Of the smaller block, in each direction: more than this is no edge. */
    private static final double MOST_COVERED = 0.5;

    private static final double MOST_STRETCH = 4;
    private static final int ROUNDS = 4;

    private final List<Bounds> blocks = new ArrayList<>();
    private final List<Set<Long>> cells = new ArrayList<>();
    private final List<List<Spot>> seats = new ArrayList<>();
    private final double pitch;
    private double across = 1;
    private double down = 1;

    private Spreading(List<PretixZone> zones, double pitch) {
        this.pitch = pitch;
        for (PretixZone zone : zones) {
            List<Spot> spots = zone.seats().map(PretixSeat::at).toList();
            seats.add(spots);
            blocks.add(Bounds.around(spots.isEmpty() ? List.of(PretixSeats.ORIGIN) : spots));
            Set<Long> taken = new HashSet<>();
            spots.forEach(spot -> taken.add(Floors.cell(spot, pitch, 0, 0)));
            cells.add(taken);
        }
    }

    /** A shift for each zone: none at all where nothing can be mended in this way. */
    static List<Spot> of(List<PretixZone> zones, double pitch) {
        Spreading spreading = new Spreading(zones, pitch);
        List<Spot> still = Collections.nCopies(zones.size(), PretixSeats.ORIGIN);
        List<Spot> shifts = still;
        for (int round = 0; round < ROUNDS; round++) {
            Boolean grown = spreading.grow(shifts);
            if (grown == null) {
                return still;
            }
            if (!grown) {
                return shifts;
            }
            shifts = spreading.shifts();
        }
        return still;
    }

    /** Whether the factors had to grow; null where growing is of no use. */
    private @Nullable Boolean grow(List<Spot> shifts) {
        boolean grown = false;
        for (int one = 0; one < blocks.size(); one++) {
            for (int other = one + 1; other < blocks.size(); other++) {
                if (!meet(one, other, shifts)) {
                    continue;
                }
                if (!part(blocks.get(one), blocks.get(other))) {
                    return null;
                }
                grown = true;
            }
        }
        return grown;
    }

    private boolean meet(int one, int other, List<Spot> shifts) {
        double dx = shifts.get(other).x() - shifts.get(one).x();
        double dy = shifts.get(other).y() - shifts.get(one).y();
        return seats.get(other).stream()
                .anyMatch(seat -> Floors.near(cells.get(one), seat.moved(dx, dy), pitch));
    }

    /** Grows the factor that has to grow less; false for floors. */
    private boolean part(Bounds one, Bounds other) {
        double x = factor(one.left(), one.right(), other.left(), other.right());
        double y = factor(one.top(), one.bottom(), other.top(), other.bottom());
        if (Math.min(x, y) > MOST_STRETCH) {
            return false;
        }
        if (x <= y) {
            across = Math.max(across, x);
        } else {
            down = Math.max(down, y);
        }
        return true;
    }

    /** By how much the distance of two centres must grow so that a pitch and a half is between. */
    private double factor(double from, double to, double otherFrom, double otherTo) {
        double covered = Math.min(to, otherTo) - Math.max(from, otherFrom);
        double smaller = Math.min(to - from, otherTo - otherFrom);
        double distance = Math.abs((from + to) - (otherFrom + otherTo)) / 2;
        if (distance == 0 || covered > MOST_COVERED * smaller + pitch) {
            return Double.MAX_VALUE;
        }
        double needed = (to - from + otherTo - otherFrom) / 2 + 1.5 * pitch;
        return needed / distance;
    }

    /** Away from the middle of the hall; what has no seats stays. */
    private List<Spot> shifts() {
        Spot middle =
                IntStream.range(0, blocks.size())
                        .filter(i -> !seats.get(i).isEmpty())
                        .mapToObj(blocks::get)
                        .reduce(Bounds::with)
                        .map(Spreading::middle)
                        .orElse(PretixSeats.ORIGIN);
        List<Spot> shifts = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Spot centre = middle(blocks.get(i));
            shifts.add(
                    seats.get(i).isEmpty()
                            ? PretixSeats.ORIGIN
                            : new Spot(
                                    Math.round((centre.x() - middle.x()) * (across - 1)),
                                    Math.round((centre.y() - middle.y()) * (down - 1))));
        }
        return shifts;
    }

    private static Spot middle(Bounds bounds) {
        return new Spot((bounds.left() + bounds.right()) / 2, (bounds.top() + bounds.bottom()) / 2);
    }
}
