package dev.cavea.ledger.core.internal.best;

import dev.cavea.ledger.core.internal.state.Floor;
import dev.cavea.ledger.core.internal.state.House;

/**
 * Single seats that a hold would leave behind.
 *
 * <p>An orphan is a free seat without a free neighbour. Its neighbours are the seats directly
 * before and after it in its row, with no aisle between; taken and blocked ones are not free, and
 * there is none past a row's end or an aisle, so the last seat before an aisle can be an orphan
 * too. An orphan counts only if this hold makes it one, by taking a free neighbour. Wheelchair
 * places and companion seats are sold singly and are never orphans. The rule is off in a section
 * that had, before the hold, fewer free seats than the house's rules say. It gives way where a hold
 * takes all free seats of a run but one: whichever it took, one would be left.
 */
public final class Gaps {

    private Gaps() {}

    /** Whether taking the free or blocked seats {@code first} to {@code last} leaves an orphan. */
    static boolean wouldLeave(House house, int first, int last) {
        if (!isRefused(house, first)) {
            return false;
        }
        return isOrphaned(house, first, house.floor().before(first), first, last)
                || isOrphaned(house, last, house.floor().after(last), first, last);
    }

    /** Whether the block and one seat next to it are all that is free in their run. */
    static boolean isAllButOne(House house, int first, int last) {
        Floor floor = house.floor();
        int before = floor.before(first);
        int after = floor.after(last);
        boolean isBeforeLeft = staysFree(house, before, first, last);
        int left = isBeforeLeft ? before : after;
        return isBeforeLeft != staysFree(house, after, first, last)
                && isAllButOne(house, left, first, last);
    }

    /** Whether this hold takes every free seat of the run except the one that would be left. */
    public static boolean isAllButOne(House house, int left) {
        return isAllButOne(house, left, left + 1, left);
    }

    private static boolean isAllButOne(House house, int left, int first, int last) {
        Floor floor = house.floor();
        for (int seat = floor.before(left); isFree(house, seat); seat = floor.before(seat)) {
            if (staysFree(house, seat, first, last)) {
                return false;
            }
        }
        for (int seat = floor.after(left); isFree(house, seat); seat = floor.after(seat)) {
            if (staysFree(house, seat, first, last)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFree(House house, int seat) {
        return seat != Floor.NO_SEAT && house.seats().isFree(seat);
    }

    /** Whether the rule applies in the seat's section. */
    public static boolean isRefused(House house, int seat) {
        int section = house.floor().sectionOfRow(house.floor().rowOf(seat));
        return house.rules().refuseOrphans()
                && house.rows().freeInSection(section) >= house.rules().orphansAllowedBelow();
    }

    /**
     * Whether {@code neighbour} becomes an orphan when {@code taken} is taken along with the marked
     * seats.
     */
    public static boolean isOrphaned(House house, int taken, int neighbour) {
        return isOrphaned(house, taken, neighbour, taken, taken);
    }

    private static boolean isOrphaned(House house, int taken, int neighbour, int first, int last) {
        Floor floor = house.floor();
        return neighbour != Floor.NO_SEAT
                && house.seats().isFree(taken)
                && staysFree(house, neighbour, first, last)
                && !floor.isReserved(neighbour)
                && !staysFree(house, floor.before(neighbour), first, last)
                && !staysFree(house, floor.after(neighbour), first, last);
    }

    private static boolean staysFree(House house, int seat, int first, int last) {
        return isFree(house, seat) && (seat < first || seat > last) && !house.marks().has(seat);
    }
}
