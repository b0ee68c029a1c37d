package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.house.Layout;
import java.util.Arrays;

/** A layout made fast to walk. Never changes; all copies of a house share it. */
public final class Floor {

    /** No seat: the end of a run. */
    public static final int NO_SEAT = -1;

    private static final int STARTS_RUN = 128;
    private static final int RESERVED = Layout.ACCESSIBLE | Layout.COMPANION;

    private final Layout layout;
    private final byte[] marks;
    private final int[] rowOf;
    private final int[] sectionOfRow;
    private final int[] accessibleSeats;
    private final long[] zonesOfRow;

    /** In half seats from the row's first one: where it meets the next row, and the one before. */
    private final int[] meetsNext;

    private final int[] meetsBefore;
    private final int sectionCount;

    public Floor(Layout layout) {
        this.layout = layout;
        marks = layout.flags().clone();
        rowOf = new int[layout.seatCount()];
        sectionOfRow = new int[layout.rowCount()];
        zonesOfRow = new long[layout.rowCount()];
        meetsNext = new int[layout.rowCount()];
        meetsBefore = new int[layout.rowCount()];
        sectionCount = numberSections();
        markRows();
        accessibleSeats = seatsFlagged(Layout.ACCESSIBLE);
    }

    /** Sections get the numbers 0, 1, … in the order of their rows. */
    private int numberSections() {
        char[] names = layout.rowSections();
        int sections = 0;
        for (int row = 0; row < names.length; row++) {
            if (row == 0 || names[row] != names[row - 1]) {
                sections++;
            }
            sectionOfRow[row] = sections - 1;
        }
        return sections;
    }

    private void markRows() {
        for (int row = 0; row < layout.rowCount(); row++) {
            int start = layout.rowStarts()[row];
            marks[start] |= (byte) STARTS_RUN;
            meetsNext[row] = meeting(row, Layout.MEETS_NEXT_ROW);
            meetsBefore[row] = meeting(row, Layout.MEETS_ROW_BEFORE);
            for (int seat = start; seat < layout.rowEnd(row); seat++) {
                rowOf[seat] = row;
                zonesOfRow[row] |= 1L << layout.zones()[seat];
                if ((marks[seat] & Layout.AISLE_BEFORE) != 0) {
                    marks[seat] |= (byte) STARTS_RUN;
                }
            }
        }
    }

    /** The first seat with that flag, or the row's middle. */
    private int meeting(int row, int flag) {
        int start = layout.rowStarts()[row];
        int end = layout.rowEnd(row);
        for (int seat = start; seat < end; seat++) {
            if ((layout.flags()[seat] & flag) != 0) {
                return 2 * (seat - start);
            }
        }
        return end - start - 1;
    }

    private int[] seatsFlagged(int flag) {
        int[] found = new int[marks.length];
        int count = 0;
        for (int seat = 0; seat < marks.length; seat++) {
            if ((marks[seat] & flag) != 0) {
                found[count++] = seat;
            }
        }
        return Arrays.copyOf(found, count);
    }

    public Layout layout() {
        return layout;
    }

    public int seatCount() {
        return marks.length;
    }

    public int rowCount() {
        return sectionOfRow.length;
    }

    public int sectionCount() {
        return sectionCount;
    }

    public int rowOf(int seat) {
        return rowOf[seat];
    }

    /** The section's number, which is not its name in the layout. */
    public int sectionOfRow(int row) {
        return sectionOfRow[row];
    }

    public int rowStart(int row) {
        return layout.rowStarts()[row];
    }

    public int rowEnd(int row) {
        return layout.rowEnd(row);
    }

    /** Whether the row is behind the one listed before it, in the same section. */
    public boolean isBehindRowBefore(int row) {
        return row > 0
                && sectionOfRow[row] == sectionOfRow[row - 1]
                && (marks[rowStart(row)] & Layout.APART_FROM_ROW_BEFORE) == 0;
    }

    /** In half seats from the row's first seat: what is directly in front of the next row's. */
    public int meetsNext(int row) {
        return meetsNext[row];
    }

    /** In half seats from the row's first seat: what is directly behind the previous row's. */
    public int meetsBefore(int row) {
        return meetsBefore[row];
    }

    /** Bit z is set if a seat of price zone z is in the row. */
    public long zonesOfRow(int row) {
        return zonesOfRow[row];
    }

    public int quality(int seat) {
        return layout.qualities()[seat];
    }

    public int zone(int seat) {
        return layout.zones()[seat];
    }

    public int[] accessibleSeats() {
        return accessibleSeats;
    }

    public boolean isAccessible(int seat) {
        return (marks[seat] & Layout.ACCESSIBLE) != 0;
    }

    public boolean isCompanion(int seat) {
        return (marks[seat] & Layout.COMPANION) != 0;
    }

    /** Kept for wheelchair users and whoever accompanies them. */
    public boolean isReserved(int seat) {
        return (marks[seat] & RESERVED) != 0;
    }

    /** Whether there is no seat directly before this one: the row starts or an aisle runs there. */
    public boolean startsRun(int seat) {
        return (marks[seat] & STARTS_RUN) != 0;
    }

    /** The neighbour with the lower index, or {@link #NO_SEAT}. */
    public int before(int seat) {
        return startsRun(seat) ? NO_SEAT : seat - 1;
    }

    /** The neighbour with the higher index, or {@link #NO_SEAT}. */
    public int after(int seat) {
        int next = seat + 1;
        return next == marks.length || startsRun(next) ? NO_SEAT : next;
    }
}
