package dev.cavea.ledger.core.house;

import java.util.Arrays;
import java.util.List;

/**
 * The part of a seating plan that the rules need, in columns, one entry per seat, in plan order. A
 * seat's index here identifies it everywhere in the ledger. Seats of a row are side by side in the
 * order of their indexes, unless {@link #AISLE_BEFORE} separates them; rows of a section are one
 * behind another in the order in which they are listed, unless {@link #APART_FROM_ROW_BEFORE}
 * separates them.
 *
 * @param rowStarts index of each row's first seat, ascending, the first 0; empty when there are
 *     only areas
 * @param rowSections section of each row, 0 to 65,535; rows of a section are listed together
 * @param zones price zone of each seat, 0 to 63
 * @param qualities how good each seat is, 0 (worst) to 65,535, as unsigned 16 bits
 * @param flags {@link #ACCESSIBLE}, {@link #COMPANION}, {@link #AISLE_BEFORE} and how the rows line
 *     up, for each seat
 * @param areas general-admission areas
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Columns; equality is by content, and they are never written to.
public record Layout(
        int[] rowStarts,
        char[] rowSections,
        byte[] zones,
        char[] qualities,
        byte[] flags,
        List<Area> areas) {

    /** A place for a wheelchair. */
    public static final int ACCESSIBLE = 1;

    /** The seat beside a wheelchair place, kept for whoever accompanies its user. */
    public static final int COMPANION = 2;

    /**
     * An aisle runs between this seat and the one before it in the row: they are not neighbours.
     */
    public static final int AISLE_BEFORE = 4;

    /**
     * Directly in front of the seat of the next row that {@link #MEETS_ROW_BEFORE}: the pair says
     * how the rows line up. Rows without such a pair are assumed to be centred.
     */
    public static final int MEETS_NEXT_ROW = 8;

    /** Directly behind the seat of the row before that {@link #MEETS_NEXT_ROW}. */
    public static final int MEETS_ROW_BEFORE = 16;

    /**
     * On a row's first seat: the row is not behind the one listed before it, because it is too far
     * away or too far to the side.
     */
    public static final int APART_FROM_ROW_BEFORE = 32;

    public static final int MAX_SEATS = 1 << 20;
    public static final int MAX_ZONES = 64;
    public static final int MAX_AREAS = 1024;

    /** Of one area. */
    public static final int MAX_CAPACITY = 1 << 20;

    /**
     * @param capacity how many people the area takes
     * @param zone its price zone
     */
    public record Area(int capacity, int zone) {}

    public Layout {
        areas = List.copyOf(areas);
    }

    public int seatCount() {
        return zones.length;
    }

    public int rowCount() {
        return rowStarts.length;
    }

    /** One past the last seat of the row. */
    public int rowEnd(int row) {
        return row + 1 < rowStarts.length ? rowStarts[row + 1] : zones.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layout that
                && Arrays.equals(rowStarts, that.rowStarts)
                && Arrays.equals(rowSections, that.rowSections)
                && Arrays.equals(zones, that.zones)
                && Arrays.equals(qualities, that.qualities)
                && Arrays.equals(flags, that.flags)
                && areas.equals(that.areas);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(zones) * 31 + Arrays.hashCode(rowStarts);
    }
}
