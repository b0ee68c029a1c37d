package dev.cavea.ledger.simulator.audit;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Whether places leave a single free seat that had a free neighbour before, other than the last one
 * of its run.
 */
final class OrphanAudit {

    private final HouseBook book;

    OrphanAudit(HouseBook book) {
        this.book = book;
    }

    /** Must be asked before the places are given away. */
    void before(Places places) {
        if (!book.rules.refuseOrphans() || !(places instanceof Places.Seated(var seats))) {
            return;
        }
        Set<Integer> taken = new TreeSet<>();
        for (int seat : seats.toArray()) {
            taken.add(seat);
        }
        IntPredicate freeAfter = seat -> book.isFree(seat) && !taken.contains(seat);
        for (int seat : taken) {
            for (int beside = seat - 1; beside <= seat + 1; beside += 2) {
                boolean isOrphan =
                        areNeighbours(seat, beside)
                                && isOrdinary(beside)
                                && freeAfter.test(beside)
                                && isSingle(beside, freeAfter)
                                && !isSingle(beside, book::isFree)
                                && !isLastOfItsRun(beside, freeAfter);
                Violation.unless(
                        !isOrphan || isSectionNearlySoldOut(seat),
                        "seat %d of house %d is left alone by a hold of %s",
                        beside,
                        book.house,
                        seats);
            }
        }
    }

    private boolean isSingle(int seat, IntPredicate isFree) {
        boolean left = areNeighbours(seat, seat - 1) && isFree.test(seat - 1);
        boolean right = areNeighbours(seat, seat + 1) && isFree.test(seat + 1);
        return !left && !right;
    }

    /** Of the unbroken run of seats that were free around it, only this one is free afterwards. */
    private boolean isLastOfItsRun(int seat, IntPredicate freeAfter) {
        int left = 0;
        int first = seat;
        while (areNeighbours(first, first - 1) && book.isFree(first - 1)) {
            first--;
        }
        for (int s = first; s == first || (areNeighbours(s - 1, s) && book.isFree(s)); s++) {
            left += freeAfter.test(s) ? 1 : 0;
        }
        return left == 1;
    }

    private boolean areNeighbours(int a, int b) {
        if (b < 0
                || b >= book.layout.seatCount()
                || rowOf(book.layout, a) != rowOf(book.layout, b)) {
            return false;
        }
        return (book.layout.flags()[Math.max(a, b)] & Layout.AISLE_BEFORE) == 0;
    }

    private boolean isOrdinary(int seat) {
        return (book.layout.flags()[seat] & (Layout.ACCESSIBLE | Layout.COMPANION)) == 0;
    }

    private boolean isSectionNearlySoldOut(int seat) {
        char section = book.layout.rowSections()[rowOf(book.layout, seat)];
        int free = 0;
        for (int row = 0; row < book.layout.rowCount(); row++) {
            if (book.layout.rowSections()[row] == section) {
                for (int s = book.layout.rowStarts()[row]; s < book.layout.rowEnd(row); s++) {
                    free += book.isFree(s) ? 1 : 0;
                }
            }
        }
        return free < book.rules.orphansAllowedBelow();
    }

    static int rowOf(Layout layout, int seat) {
        int row = 0;
        while (layout.rowEnd(row) <= seat) {
            row++;
        }
        return row;
    }
}
