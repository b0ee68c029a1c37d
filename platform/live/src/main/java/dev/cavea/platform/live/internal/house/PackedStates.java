package dev.cavea.platform.live.internal.house;

import dev.cavea.ledger.client.LedgerImage;

/** Two bits per seat, as in {@code docs/reference/seat-map-format.md}, with counts by state. */
final class PackedStates {

    private final int seatCount;
    private final byte[] bytes;
    private final int[] counts = new int[4];

    PackedStates(int seatCount) {
        this.seatCount = seatCount;
        this.bytes = new byte[length(seatCount)];
        counts[LedgerImage.FREE] = seatCount;
    }

    static PackedStates of(byte[] states) {
        PackedStates packed = new PackedStates(states.length);
        for (int seat = 0; seat < states.length; seat++) {
            packed.set(seat, states[seat]);
        }
        return packed;
    }

    /** Rounded up to a multiple of four. */
    static int length(int seatCount) {
        return (seatCount + 15) / 16 * 4;
    }

    int seatCount() {
        return seatCount;
    }

    int get(int seat) {
        return get(bytes, 0, seat);
    }

    static int get(byte[] packed, int offset, int seat) {
        return (packed[offset + (seat >> 2)] >> ((seat & 3) << 1)) & 3;
    }

    /** Whether that changed anything. */
    boolean set(int seat, int state) {
        int before = get(seat);
        if (before == state) {
            return false;
        }
        int shift = (seat & 3) << 1;
        bytes[seat >> 2] = (byte) ((bytes[seat >> 2] & ~(3 << shift)) | (state << shift));
        counts[before]--;
        counts[state]++;
        return true;
    }

    int count(int state) {
        return counts[state];
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }
}
