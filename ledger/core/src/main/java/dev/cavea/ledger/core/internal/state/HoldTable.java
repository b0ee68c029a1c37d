package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.LedgerBroken;
import dev.cavea.ledger.core.house.HoldId;
import java.util.Arrays;

/**
 * Holds and sales in columns, one slot each, found by id through open addressing with linear
 * probing. Slots are reused, so their numbers depend on history and must not be visible outside.
 */
public final class HoldTable {

    public static final int NONE = -1;

    private static final int FIRST_SLOTS = 16;

    private long[] idHigh = new long[FIRST_SLOTS];
    private long[] idLow = new long[FIRST_SLOTS];
    private long[] buyer = new long[FIRST_SLOTS];
    private long[] ordinal = new long[FIRST_SLOTS];
    private long[] end = new long[FIRST_SLOTS];
    private long[] pinnedUntil = new long[FIRST_SLOTS];

    /** First seat, or {@code ~area} for standing places; in a vacant slot, the next vacant one. */
    private int[] first = new int[FIRST_SLOTS];

    private int[] count = new int[FIRST_SLOTS];
    private int[] fromBlock = new int[FIRST_SLOTS];
    private byte[] channel = new byte[FIRST_SLOTS];
    private byte[] extensions = new byte[FIRST_SLOTS];
    private boolean[] sold = new boolean[FIRST_SLOTS];

    /** Slot + 1, or 0; the length is a power of two. */
    private int[] index = new int[2 * FIRST_SLOTS];

    private int size;
    private int slotsUsed;
    private int vacant = NONE;

    HoldTable() {}

    private HoldTable(HoldTable from) {
        idHigh = from.idHigh.clone();
        idLow = from.idLow.clone();
        buyer = from.buyer.clone();
        ordinal = from.ordinal.clone();
        end = from.end.clone();
        pinnedUntil = from.pinnedUntil.clone();
        first = from.first.clone();
        count = from.count.clone();
        fromBlock = from.fromBlock.clone();
        channel = from.channel.clone();
        extensions = from.extensions.clone();
        sold = from.sold.clone();
        index = from.index.clone();
        size = from.size;
        slotsUsed = from.slotsUsed;
        vacant = from.vacant;
    }

    HoldTable copy() {
        return new HoldTable(this);
    }

    public int size() {
        return size;
    }

    /** Slots are below this number; those of which {@link #count} is 0 are vacant. */
    public int slots() {
        return slotsUsed;
    }

    public HoldId id(int slot) {
        return new HoldId(idHigh[slot], idLow[slot]);
    }

    public long buyer(int slot) {
        return buyer[slot];
    }

    public int channel(int slot) {
        return channel[slot] & 0xff;
    }

    /** Position of the event that created it. */
    public long ordinal(int slot) {
        return ordinal[slot];
    }

    public boolean isSold(int slot) {
        return sold[slot];
    }

    /** The hold's own end, whatever the pin. */
    public long end(int slot) {
        return end[slot];
    }

    /** 0 without a pin. */
    public long pinnedUntil(int slot) {
        return pinnedUntil[slot];
    }

    /** When it expires: at its own end, or later if it is pinned. */
    public long due(int slot) {
        return Math.max(end[slot], pinnedUntil[slot]);
    }

    public int extensions(int slot) {
        return extensions[slot];
    }

    /** How many places it has; 0 for a vacant slot. */
    public int count(int slot) {
        return count[slot];
    }

    public boolean isStanding(int slot) {
        return first[slot] < 0;
    }

    public int firstSeat(int slot) {
        return first[slot];
    }

    public int area(int slot) {
        return ~first[slot];
    }

    /** For a standing hold: how many of its places go back to its channel's block. */
    public int fromBlock(int slot) {
        return fromBlock[slot];
    }

    void seat(int slot, int firstSeat, int seats) {
        first[slot] = firstSeat;
        count[slot] = seats;
    }

    void stand(int slot, int area, int quantity, int ofBlock) {
        first[slot] = ~area;
        count[slot] = quantity;
        fromBlock[slot] = ofBlock;
    }

    void extend(int slot, long endMillis, int times) {
        end[slot] = endMillis;
        extensions[slot] = (byte) times;
    }

    void pin(int slot, long untilMillis) {
        pinnedUntil[slot] = untilMillis;
    }

    void sell(int slot) {
        sold[slot] = true;
        pinnedUntil[slot] = 0;
        fromBlock[slot] = 0;
    }

    /** The slot, or {@link #NONE}. */
    public int find(HoldId id) {
        return index[probe(id.high(), id.low())] - 1;
    }

    /** A new slot, whose places are yet to be set. */
    int add(HoldId id, long ofBuyer, int throughChannel, long ofOrdinal, long endMillis) {
        if ((size + 1) * 4 > index.length * 3) {
            growIndex();
        }
        int at = probe(id.high(), id.low());
        if (index[at] != 0) {
            throw new LedgerBroken("hold " + id + " is made but exists");
        }
        int slot = newSlot();
        index[at] = slot + 1;
        size++;
        idHigh[slot] = id.high();
        idLow[slot] = id.low();
        buyer[slot] = ofBuyer;
        channel[slot] = (byte) throughChannel;
        ordinal[slot] = ofOrdinal;
        end[slot] = endMillis;
        pinnedUntil[slot] = 0;
        fromBlock[slot] = 0;
        extensions[slot] = 0;
        sold[slot] = false;
        return slot;
    }

    void remove(int slot) {
        vacate(probe(idHigh[slot], idLow[slot]));
        count[slot] = 0;
        first[slot] = vacant;
        vacant = slot;
        size--;
    }

    private int newSlot() {
        if (vacant != NONE) {
            int slot = vacant;
            vacant = first[slot];
            return slot;
        }
        if (slotsUsed == first.length) {
            growSlots();
        }
        return slotsUsed++;
    }

    /** Where the id is in the index, or where it would go. */
    private int probe(long high, long low) {
        int mask = index.length - 1;
        int at = home(high, low);
        while (index[at] != 0) {
            int slot = index[at] - 1;
            if (idLow[slot] == low && idHigh[slot] == high) {
                return at;
            }
            at = (at + 1) & mask;
        }
        return at;
    }

    private int home(long high, long low) {
        return (int) Mix.scatter(high ^ Mix.scatter(low)) & (index.length - 1);
    }

    /** Moves later entries of the cluster forward, so that a removed one leaves no marker. */
    private void vacate(int at) {
        int mask = index.length - 1;
        int gap = at;
        for (int i = (at + 1) & mask; index[i] != 0; i = (i + 1) & mask) {
            int slot = index[i] - 1;
            int home = home(idHigh[slot], idLow[slot]);
            if (((i - home) & mask) >= ((i - gap) & mask)) {
                index[gap] = index[i];
                gap = i;
            }
        }
        index[gap] = 0;
    }

    private void growIndex() {
        index = new int[index.length * 2];
        for (int slot = 0; slot < slotsUsed; slot++) {
            if (count[slot] > 0) {
                index[probe(idHigh[slot], idLow[slot])] = slot + 1;
            }
        }
    }

    /** Grows by half rather than doubling: 80,000 seats in sales of two must stay within 8 MB. */
    private void growSlots() {
        int slots = first.length + (first.length >> 1);
        idHigh = Arrays.copyOf(idHigh, slots);
        idLow = Arrays.copyOf(idLow, slots);
        buyer = Arrays.copyOf(buyer, slots);
        ordinal = Arrays.copyOf(ordinal, slots);
        end = Arrays.copyOf(end, slots);
        pinnedUntil = Arrays.copyOf(pinnedUntil, slots);
        first = Arrays.copyOf(first, slots);
        count = Arrays.copyOf(count, slots);
        fromBlock = Arrays.copyOf(fromBlock, slots);
        channel = Arrays.copyOf(channel, slots);
        extensions = Arrays.copyOf(extensions, slots);
        sold = Arrays.copyOf(sold, slots);
    }
}
