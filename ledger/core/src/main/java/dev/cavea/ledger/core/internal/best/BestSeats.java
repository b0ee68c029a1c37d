package dev.cavea.ledger.core.internal.best;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Wish;
import dev.cavea.ledger.core.internal.state.House;
import dev.cavea.ledger.core.internal.state.SeatMarks;
import java.util.Arrays;

/**
 * Best available: seats side by side, otherwise in rows one behind another, otherwise wherever they
 * are. If the house refuses orphans, none is left as long as there is another choice. The same
 * state and the same hold id give the same seats.
 */
public final class BestSeats {

    private static final int[] NONE = {};

    private final House house;
    private final Want want;
    private final Wish wish;
    private final SeatMarks marks;

    public BestSeats(House house, HoldId id, int channel, Wish wish) {
        this.wish = wish;
        this.house = house;
        want = new Want(house, id, channel, wish);
        marks = house.marks();
    }

    /** Side by side or one behind another; none if there is no such block. */
    public int[] together() {
        int[] found = sideBySide(want);
        if (found.length == 0 && mayGiveWay()) {
            found = sideBySide(want.givingWay());
        }
        if (found.length == 0 && !wish.accessible()) {
            found = RowsBehind.find(want, wish.count());
            if (found.length == 0 && mayGiveWay()) {
                found = RowsBehind.find(want.givingWay(), wish.count());
            }
        }
        return found;
    }

    private boolean mayGiveWay() {
        return house.rules().refuseOrphans();
    }

    private int[] sideBySide(Want wanted) {
        if (wish.accessible()) {
            return AccessibleSearch.find(wanted, wish.count());
        }
        int first = BlockSearch.find(wanted, wish.count());
        return first == BlockSearch.NOT_FOUND ? NONE : range(first, wish.count());
    }

    /** In parts, the largest available first; none if there are not enough seats. */
    public int[] apart() {
        int[] found = apart(want);
        return found.length == 0 && mayGiveWay() ? apart(want.givingWay()) : found;
    }

    private int[] apart(Want wanted) {
        int[] seats = wish.accessible() ? AccessibleSearch.find(wanted, 1) : NONE;
        boolean isPossible = seats.length > 0 || !wish.accessible();
        mark(seats);
        int size = Math.max(1, wish.count() - 1);
        while (isPossible && seats.length < wish.count()) {
            int missing = wish.count() - seats.length;
            size = Math.min(size, missing);
            int first = BlockSearch.find(wanted, size);
            if (first != BlockSearch.NOT_FOUND) {
                int[] part = range(first, size);
                mark(part);
                seats = joined(seats, part);
            } else {
                size--;
                isPossible = size > 0;
            }
        }
        clear(seats);
        return isPossible ? seats : NONE;
    }

    private void mark(int[] seats) {
        for (int seat : seats) {
            marks.mark(seat);
        }
    }

    private void clear(int[] seats) {
        for (int seat : seats) {
            marks.clear(seat);
        }
    }

    private static int[] range(int first, int size) {
        int[] seats = new int[size];
        Arrays.setAll(seats, i -> first + i);
        return seats;
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
