package dev.cavea.ledger.core.internal.best;

import dev.cavea.ledger.core.internal.state.Floor;

/**
 * A wheelchair place with companions and neighbours next to it: of the blocks with exactly one
 * wheelchair place, the one with the most companion seats, then the highest sum of qualities.
 */
final class AccessibleSearch {

    /** More than all qualities of a hold together. */
    private static final int COMPANION_SCORE = 1 << 22;

    private final Want want;
    private final Floor floor;
    private final int size;
    private int bestScore = -1;
    private int[] best = {};

    private AccessibleSearch(Want want, int size) {
        this.want = want;
        this.size = size;
        floor = want.floor;
    }

    /** The seats, the wheelchair place first, or none. */
    static int[] find(Want want, int size) {
        AccessibleSearch search = new AccessibleSearch(want, size);
        int[] places = want.floor.accessibleSeats();
        for (int i = 0; i < places.length; i++) {
            search.lookAround(places[(want.startIn(places.length) + i) % places.length]);
        }
        return search.best;
    }

    private void lookAround(int place) {
        for (int first = place; first > place - size; first--) {
            int last = first + size - 1;
            int score = first < 0 ? -1 : score(place, first, last);
            if (score > bestScore && !want.leavesOrphan(first, last)) {
                bestScore = score;
                best = seats(place, first);
            }
            if (first < 0 || !want.takesEven(first) || floor.startsRun(first)) {
                return;
            }
        }
    }

    private int score(int place, int first, int last) {
        int score = 0;
        for (int seat = first; seat <= last; seat++) {
            boolean isEnd = seat >= floor.seatCount() || (seat > first && floor.startsRun(seat));
            if (isEnd || !want.takesEven(seat) || (seat != place && floor.isAccessible(seat))) {
                return -1;
            }
            score += floor.quality(seat) + (floor.isCompanion(seat) ? COMPANION_SCORE : 0);
        }
        return score;
    }

    private int[] seats(int place, int first) {
        int[] seats = new int[size];
        seats[0] = place;
        int filled = 1;
        for (int seat = first; seat < first + size; seat++) {
            if (seat != place) {
                seats[filled++] = seat;
            }
        }
        return seats;
    }
}
