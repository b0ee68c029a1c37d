package dev.cavea.ledger.core.internal.state;

/**
 * A set of seats for the length of one decision; whoever marks must clear. Not part of the state.
 */
public final class SeatMarks {

    private final long[] bits;

    SeatMarks(int seats) {
        bits = new long[(seats + 63) >>> 6];
    }

    public boolean has(int seat) {
        return (bits[seat >>> 6] & 1L << seat) != 0;
    }

    public void mark(int seat) {
        bits[seat >>> 6] |= 1L << seat;
    }

    public void clear(int seat) {
        bits[seat >>> 6] &= ~(1L << seat);
    }
}
