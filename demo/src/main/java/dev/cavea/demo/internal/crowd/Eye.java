package dev.cavea.demo.internal.crowd;

import dev.cavea.platform.catalogue.SeatingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** How a fan picks seats on a map: looks at some spots and takes the best of them. */
final class Eye {

    private static final int GLANCES = 12;

    private final SeatingPlan plan;
    private final RandomGenerator random;

    Eye(SeatingPlan plan, RandomGenerator random) {
        this.plan = plan;
        this.random = random;
    }

    /** Ids of free neighbours in one row; empty when none of the glances met any. */
    List<String> pick(SeatStates states, int count) {
        int best = -1;
        int seats = Math.min(states.seats(), plan.seatCount());
        for (int glance = 0; glance < GLANCES && seats > 0; glance++) {
            int seat = random.nextInt(seats);
            boolean better = best < 0 || plan.quality(seat) > plan.quality(best);
            if (better && areFree(states, seat, count, seats)) {
                best = seat;
            }
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; best >= 0 && i < count; i++) {
            ids.add(plan.seatId(best + i));
        }
        return ids;
    }

    private boolean areFree(SeatStates states, int first, int count, int seats) {
        for (int seat = first; seat < first + count; seat++) {
            boolean there = seat < seats && states.isFree(seat) && sameRow(first, seat);
            if (!there) {
                return false;
            }
        }
        return true;
    }

    private boolean sameRow(int one, int other) {
        return plan.row(one).equals(plan.row(other))
                && plan.section(one).equals(plan.section(other));
    }
}
