package dev.cavea.ledger.core.internal.state;

import java.util.Arrays;

/**
 * For each row the longest run of free seats and the best free seat, and for each section how many
 * are free: this lets a search for the best seats skip nearly all of a stadium. Derived from the
 * seats; a row is summed up again when it is asked for after a change.
 */
public final class RowSummary {

    private final Floor floor;
    private final int[] longestRun;
    private final char[] bestQuality;
    private final boolean[] hasBlocked;
    private final boolean[] stale;
    private final int[] freeInSection;

    RowSummary(Floor floor) {
        this.floor = floor;
        longestRun = new int[floor.rowCount()];
        bestQuality = new char[floor.rowCount()];
        hasBlocked = new boolean[floor.rowCount()];
        stale = new boolean[floor.rowCount()];
        Arrays.fill(stale, true);
        freeInSection = new int[floor.sectionCount()];
        for (int row = 0; row < floor.rowCount(); row++) {
            freeInSection[floor.sectionOfRow(row)] += floor.rowEnd(row) - floor.rowStart(row);
        }
    }

    private RowSummary(RowSummary from) {
        floor = from.floor;
        longestRun = from.longestRun.clone();
        bestQuality = from.bestQuality.clone();
        hasBlocked = from.hasBlocked.clone();
        stale = from.stale.clone();
        freeInSection = from.freeInSection.clone();
    }

    RowSummary copy() {
        return new RowSummary(this);
    }

    /**
     * The seat was taken, given back, blocked or unblocked; {@code moreFree} more of them are free.
     */
    void changed(int seat, int moreFree) {
        int row = floor.rowOf(seat);
        stale[row] = true;
        freeInSection[floor.sectionOfRow(row)] += moreFree;
    }

    public int freeInSection(int section) {
        return freeInSection[section];
    }

    /** How many seats side by side are free, with no aisle between. */
    public int longestRun(int row, SeatTable seats) {
        refresh(row, seats);
        return longestRun[row];
    }

    /** The highest quality of a free seat, 0 if there is none. */
    public int bestQuality(int row, SeatTable seats) {
        refresh(row, seats);
        return bestQuality[row];
    }

    /** Whether a seat of the row is blocked, and so available to one channel only. */
    public boolean hasBlocked(int row, SeatTable seats) {
        refresh(row, seats);
        return hasBlocked[row];
    }

    private void refresh(int row, SeatTable seats) {
        if (!stale[row]) {
            return;
        }
        int run = 0;
        int longest = 0;
        int best = 0;
        boolean blocked = false;
        for (int seat = floor.rowStart(row), end = floor.rowEnd(row); seat < end; seat++) {
            if (!seats.isFree(seat)) {
                run = 0;
                blocked |= !seats.isTaken(seat);
                continue;
            }
            run = floor.startsRun(seat) ? 1 : run + 1;
            longest = Math.max(longest, run);
            best = Math.max(best, floor.quality(seat));
        }
        longestRun[row] = longest;
        bestQuality[row] = (char) best;
        hasBlocked[row] = blocked;
        stale[row] = false;
    }
}
