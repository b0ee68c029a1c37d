package dev.cavea.platform.catalogue.internal.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a plan in columns: some 20 bytes a seat, with labels and numbers shared. Coordinates
 * are tenths of a plan unit. Written only while the plan is drafted.
 */
final class SeatColumns {

    int seats;
    String[] numbers;
    @Nullable String[] ids;
    int[] xs;
    int[] ys;
    byte[] zones;
    byte[] flags;
    char[] qualities;

    int rows;
    int[] rowStarts;
    char[] rowSections;
    String[] rowLabels;

    SeatColumns() {
        numbers = new String[256];
        ids = new String[256];
        xs = new int[256];
        ys = new int[256];
        zones = new byte[256];
        flags = new byte[256];
        qualities = new char[256];
        rowStarts = new int[32];
        rowSections = new char[32];
        rowLabels = new String[32];
    }

    void addRow(int section, String label) {
        if (rows == rowStarts.length) {
            resizeRows(rows * 2);
        }
        rowStarts[rows] = seats;
        rowSections[rows] = (char) section;
        rowLabels[rows++] = label;
    }

    /** The index of a new seat, whose columns are to be set. */
    int addSeat() {
        if (seats == numbers.length) {
            resizeSeats(seats * 2);
        }
        return seats++;
    }

    void trim() {
        resizeSeats(seats);
        resizeRows(rows);
    }

    private void resizeSeats(int length) {
        numbers = Arrays.copyOf(numbers, length);
        ids = Arrays.copyOf(ids, length);
        xs = Arrays.copyOf(xs, length);
        ys = Arrays.copyOf(ys, length);
        zones = Arrays.copyOf(zones, length);
        flags = Arrays.copyOf(flags, length);
        qualities = Arrays.copyOf(qualities, length);
    }

    private void resizeRows(int length) {
        rowStarts = Arrays.copyOf(rowStarts, length);
        rowSections = Arrays.copyOf(rowSections, length);
        rowLabels = Arrays.copyOf(rowLabels, length);
    }

    int rowEnd(int row) {
        return row + 1 < rows ? rowStarts[row + 1] : seats;
    }

    int rowOf(int seat) {
        int found = Arrays.binarySearch(rowStarts, 0, rows, seat);
        return found >= 0 ? lastStartingAt(found) : -found - 2;
    }

    /** Of rows that start at one seat, all but the last are empty. */
    private int lastStartingAt(int row) {
        int last = row;
        while (last + 1 < rows && rowStarts[last + 1] == rowStarts[row]) {
            last++;
        }
        return last;
    }
}
