package dev.cavea.ledger.core.house;

/**
 * A hold's id, 128 bits, made by the caller, so that a retry after a crash finds its own hold. The
 * sale that a hold turns into keeps the id.
 */
public record HoldId(long high, long low) implements Comparable<HoldId> {

    @Override
    public int compareTo(HoldId other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
