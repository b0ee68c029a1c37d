package dev.cavea.platform.catalogue;

import dev.cavea.ledger.core.house.Layout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The part of a seating plan that the ledger's rules need. */
public final class PlanLayout {

    private PlanLayout() {}

    /** Seats keep their order: a seat's index in the plan is its index in the layout. */
    public static Layout of(SeatingPlan plan) {
        int seats = plan.seatCount();
        byte[] zones = new byte[seats];
        char[] qualities = new char[seats];
        byte[] flags = new byte[seats];
        for (int seat = 0; seat < seats; seat++) {
            zones[seat] = (byte) plan.zone(seat);
            qualities[seat] = (char) plan.quality(seat);
            flags[seat] = (byte) plan.flags(seat);
        }
        var areas =
                plan.areas().stream().map(a -> new Layout.Area(a.capacity(), a.zone())).toList();
        int[] starts = rowStarts(plan);
        Layout layout =
                new Layout(starts, rowSections(plan, starts), zones, qualities, flags, areas);
        RowPlaces.mark(plan, layout);
        return layout;
    }

    private static int[] rowStarts(SeatingPlan plan) {
        int[] starts = new int[plan.seatCount()];
        int rows = 0;
        for (int seat = 0; seat < plan.seatCount(); seat++) {
            if (seat == 0 || !sameRow(plan, seat - 1, seat)) {
                starts[rows++] = seat;
            }
        }
        return Arrays.copyOf(starts, rows);
    }

    private static boolean sameRow(SeatingPlan plan, int one, int other) {
        return plan.row(one).equals(plan.row(other))
                && plan.section(one).equals(plan.section(other));
    }

    private static char[] rowSections(SeatingPlan plan, int[] starts) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String section : plan.sections()) {
            numbers.put(section, numbers.size());
        }
        char[] sections = new char[starts.length];
        for (int row = 0; row < starts.length; row++) {
            Integer number = numbers.get(plan.section(starts[row]));
            if (number == null) {
                throw new IllegalArgumentException("a seat's section is not in the plan's list");
            }
            sections[row] = (char) (int) number;
        }
        return sections;
    }
}
