package dev.cavea.platform.edge;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which ids may have been kept: a Bloom filter of two generations, each a day long, so that a key
 * is remembered for at least a day in fixed memory. "Perhaps" costs a database query; "no" is
 * certain, and is what nearly every request gets.
 */
final class SeenKeys {

    private static final int BITS_LOG2 = 25;
    private static final int PROBES = 4;
    private static final long MASK = (1L << BITS_LOG2) - 1;

    private volatile AtomicLongArray current = newGeneration();
    private volatile AtomicLongArray previous = newGeneration();

    void add(UUID id) {
        AtomicLongArray bits = current;
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(id, probe);
            bits.getAndUpdate((int) (bit >>> 6), word -> word | 1L << (bit & 63));
        }
    }

    boolean mayHave(UUID id) {
        return in(current, id) || in(previous, id);
    }

    /** To be called once a day. */
    void nextGeneration() {
        previous = current;
        current = newGeneration();
    }

    private static boolean in(AtomicLongArray bits, UUID id) {
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(id, probe);
            if ((bits.get((int) (bit >>> 6)) & 1L << (bit & 63)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The id is a cryptographic hash already: its halves are independent. */
    private static long bit(UUID id, int probe) {
        return (id.getMostSignificantBits() + probe * id.getLeastSignificantBits()) & MASK;
    }

    private static AtomicLongArray newGeneration() {
        return new AtomicLongArray(1 << (BITS_LOG2 - 6));
    }
}
