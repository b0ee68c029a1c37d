package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.house.HoldId;

/** Scatters bits, the same on every machine. */
public final class Mix {

    private Mix() {}

    /**
     * The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection that changes every bit.
     */
    public static long scatter(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    public static long scatter(HoldId id) {
        return scatter(id.high() ^ scatter(id.low()));
    }

    /** Extends the hash of a sequence with {@code value}. */
    public static long chain(long hash, long value) {
        return scatter(hash * 31 + value);
    }
}
