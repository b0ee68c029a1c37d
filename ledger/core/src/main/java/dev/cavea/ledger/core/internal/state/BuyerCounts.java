package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.LedgerBroken;

/** How many places of the house each buyer holds and owns. Open addressing, linear probing. */
public final class BuyerCounts {

    private static final int FIRST_PLACES = 32;

    private long[] buyer = new long[FIRST_PLACES];

    /** 0 marks a vacant slot. */
    private int[] count = new int[FIRST_PLACES];

    private int size;

    BuyerCounts() {}

    private BuyerCounts(BuyerCounts from) {
        buyer = from.buyer.clone();
        count = from.count.clone();
        size = from.size;
    }

    BuyerCounts copy() {
        return new BuyerCounts(this);
    }

    public int of(long wanted) {
        return count[probe(wanted)];
    }

    void add(long to, int places) {
        if ((size + 1) * 4 > count.length * 3) {
            grow();
        }
        int at = probe(to);
        if (count[at] == 0) {
            buyer[at] = to;
            size++;
        }
        count[at] += places;
    }

    void subtract(long from, int places) {
        int at = probe(from);
        if (count[at] < places) {
            throw new LedgerBroken(
                    "buyer %d gives %d places back and has %d".formatted(from, places, count[at]));
        }
        count[at] -= places;
        if (count[at] == 0) {
            vacate(at);
            size--;
        }
    }

    /** Equal for equal counts, wherever they are in the table. */
    long hash() {
        long sum = 0;
        for (int at = 0; at < count.length; at++) {
            if (count[at] != 0) {
                sum += Mix.chain(Mix.scatter(buyer[at]), count[at]);
            }
        }
        return sum;
    }

    private int probe(long wanted) {
        int mask = count.length - 1;
        int at = home(wanted);
        while (count[at] != 0 && buyer[at] != wanted) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private int home(long of) {
        return (int) Mix.scatter(of) & (count.length - 1);
    }

    private void vacate(int at) {
        int mask = count.length - 1;
        int gap = at;
        for (int i = (at + 1) & mask; count[i] != 0; i = (i + 1) & mask) {
            if (((i - home(buyer[i])) & mask) >= ((i - gap) & mask)) {
                buyer[gap] = buyer[i];
                count[gap] = count[i];
                gap = i;
            }
        }
        count[gap] = 0;
    }

    private void grow() {
        long[] buyers = buyer;
        int[] counts = count;
        buyer = new long[counts.length * 2];
        count = new int[counts.length * 2];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                int at = probe(buyers[i]);
                buyer[at] = buyers[i];
                count[at] = counts[i];
            }
        }
    }
}
