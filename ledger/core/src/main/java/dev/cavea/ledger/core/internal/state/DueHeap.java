package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.LedgerBroken;
import java.util.Arrays;

/**
 * Slots by when they are due, the oldest hold first among equals: a binary heap that knows where
 * each slot is, so that a hold that ends early leaves nothing behind.
 */
final class DueHeap {

    private static final int FIRST_SLOTS = 16;
    private static final int ABSENT = 0;

    private long[] due = new long[FIRST_SLOTS];
    private long[] ordinal = new long[FIRST_SLOTS];
    private int[] slot = new int[FIRST_SLOTS];
    private int size;

    /** For each slot its index in the heap + 1. */
    private int[] placeOf = new int[FIRST_SLOTS];

    DueHeap() {}

    private DueHeap(DueHeap from) {
        due = from.due.clone();
        ordinal = from.ordinal.clone();
        slot = from.slot.clone();
        size = from.size;
        placeOf = from.placeOf.clone();
    }

    DueHeap copy() {
        return new DueHeap(this);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Must not be empty. */
    int firstSlot() {
        return slot[0];
    }

    /** Far in the future if empty. */
    long firstDue() {
        return size == 0 ? Long.MAX_VALUE : due[0];
    }

    void add(int newSlot, long dueMillis, long ofOrdinal) {
        ensureRoom(newSlot);
        if (placeOf[newSlot] != ABSENT) {
            throw new LedgerBroken("slot " + newSlot + " is due twice");
        }
        rise(size++, newSlot, dueMillis, ofOrdinal);
    }

    void remove(int oldSlot) {
        int place = placeOf(oldSlot);
        placeOf[oldSlot] = ABSENT;
        size--;
        if (place < size) {
            settle(place, slot[size], due[size], ordinal[size]);
        }
    }

    void change(int changedSlot, long dueMillis) {
        int place = placeOf(changedSlot);
        settle(place, changedSlot, dueMillis, ordinal[place]);
    }

    private int placeOf(int wanted) {
        int place = placeOf[wanted] - 1;
        if (place < 0) {
            throw new LedgerBroken("slot " + wanted + " is not due");
        }
        return place;
    }

    private void settle(int place, int aSlot, long itsDue, long itsOrdinal) {
        if (place > 0 && isBefore(itsDue, itsOrdinal, (place - 1) >>> 1)) {
            rise(place, aSlot, itsDue, itsOrdinal);
        } else {
            sink(place, aSlot, itsDue, itsOrdinal);
        }
    }

    private void rise(int from, int aSlot, long itsDue, long itsOrdinal) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!isBefore(itsDue, itsOrdinal, parent)) {
                break;
            }
            put(place, slot[parent], due[parent], ordinal[parent]);
            place = parent;
        }
        put(place, aSlot, itsDue, itsOrdinal);
    }

    private void sink(int from, int aSlot, long itsDue, long itsOrdinal) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isBefore(due[child + 1], ordinal[child + 1], child)) {
                child++;
            }
            if (!isBefore(due[child], ordinal[child], itsDue, itsOrdinal)) {
                break;
            }
            put(place, slot[child], due[child], ordinal[child]);
            place = child;
        }
        put(place, aSlot, itsDue, itsOrdinal);
    }

    private boolean isBefore(long aDue, long anOrdinal, int place) {
        return isBefore(aDue, anOrdinal, due[place], ordinal[place]);
    }

    private static boolean isBefore(long aDue, long anOrdinal, long otherDue, long otherOrdinal) {
        return aDue < otherDue || (aDue == otherDue && anOrdinal < otherOrdinal);
    }

    private void put(int place, int aSlot, long itsDue, long itsOrdinal) {
        slot[place] = aSlot;
        due[place] = itsDue;
        ordinal[place] = itsOrdinal;
        placeOf[aSlot] = place + 1;
    }

    private void ensureRoom(int newSlot) {
        if (size == slot.length) {
            int room = size + (size >> 1);
            due = Arrays.copyOf(due, room);
            ordinal = Arrays.copyOf(ordinal, room);
            slot = Arrays.copyOf(slot, room);
        }
        if (newSlot >= placeOf.length) {
            placeOf = Arrays.copyOf(placeOf, newSlot + (newSlot >> 1) + 1);
        }
    }
}
