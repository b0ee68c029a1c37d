package dev.cavea.ledger.core.house;

import java.util.Arrays;

/** An immutable list of seats of one house, by index in the layout, in the caller's order. */
public final class Seats {

    public static final Seats NONE = new Seats(new int[0]);

    private final int[] indexes;

    private Seats(int[] indexes) {
        this.indexes = indexes;
    }

    /** Takes a copy. */
    public static Seats of(int... indexes) {
        return indexes.length == 0 ? NONE : new Seats(indexes.clone());
    }

    /** Takes the array itself; the caller gives it away and must not write to it again. */
    public static Seats wrap(int[] indexes) {
        return indexes.length == 0 ? NONE : new Seats(indexes);
    }

    public int count() {
        return indexes.length;
    }

    public int get(int i) {
        return indexes[i];
    }

    public boolean isEmpty() {
        return indexes.length == 0;
    }

    public boolean contains(int seat) {
        for (int index : indexes) {
            if (index == seat) {
                return true;
            }
        }
        return false;
    }

    public int[] toArray() {
        return indexes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seats that && Arrays.equals(indexes, that.indexes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indexes);
    }

    @Override
    public String toString() {
        return Arrays.toString(indexes);
    }
}
