package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.LedgerBroken;

/**
 * Who has each seat, in columns. The seats of a hold are linked in the order they were requested,
 * so that a hold needs no array.
 */
public final class SeatTable {

    /** Ends a hold's list of seats. */
    public static final int END = -1;

    private final int[] holder;
    private final int[] next;
    private final byte[] channel;

    public SeatTable(int seats) {
        this(new int[seats], new int[seats], new byte[seats]);
    }

    private SeatTable(int[] holder, int[] next, byte[] channel) {
        this.holder = holder;
        this.next = next;
        this.channel = channel;
    }

    SeatTable copy() {
        return new SeatTable(holder.clone(), next.clone(), channel.clone());
    }

    /** Slot of the hold or sale that has the seat, or {@link HoldTable#NONE}. */
    public int holder(int seat) {
        return holder[seat] - 1;
    }

    public boolean isTaken(int seat) {
        return holder[seat] != 0;
    }

    /** Neither taken nor blocked. */
    public boolean isFree(int seat) {
        return holder[seat] == 0 && channel[seat] == 0;
    }

    /** Whether a hold through the channel may take it. */
    public boolean isOpenTo(int seat, int throughChannel) {
        int blockedFor = channel[seat] & 0xff;
        return holder[seat] == 0 && (blockedFor == 0 || blockedFor == throughChannel);
    }

    /** The channel the seat is blocked for, even while it is taken; 0 for none. */
    public int channel(int seat) {
        return channel[seat] & 0xff;
    }

    public int next(int seat) {
        return next[seat];
    }

    byte[] channels() {
        return channel.clone();
    }

    void block(int seat, int forChannel) {
        channel[seat] = (byte) forChannel;
    }

    void link(int seat, int following) {
        next[seat] = following;
    }

    void take(int seat, int slot) {
        if (holder[seat] != 0) {
            throw new LedgerBroken(
                    "seat %d goes to slot %d but slot %d has it"
                            .formatted(seat, slot, holder[seat] - 1));
        }
        holder[seat] = slot + 1;
    }

    void giveBack(int seat, int slot) {
        if (holder[seat] != slot + 1) {
            throw new LedgerBroken(
                    "slot %d gives seat %d back but slot %d has it"
                            .formatted(slot, seat, holder[seat] - 1));
        }
        holder[seat] = 0;
    }
}
