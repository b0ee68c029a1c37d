package dev.cavea.demo.internal.crowd;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A compact seat map as it came: two bits a seat behind a header of 40 bytes. */
final class SeatStates {

    static final String MEDIA_TYPE = "application/vnd.cavea.seatmap";

    private static final int SEATS_AT = 32;
    private static final int HEADER = 40;

    private final byte[] map;
    private final int seats;

    private SeatStates(byte[] map, int seats) {
        this.map = map;
        this.seats = seats;
    }

    static SeatStates of(byte[] map) {
        if (map.length < HEADER) {
            throw new IllegalArgumentException("not a seat map: " + map.length + " bytes");
        }
        int seats = ByteBuffer.wrap(map).order(ByteOrder.LITTLE_ENDIAN).getInt(SEATS_AT);
        if (seats < 0 || HEADER + (seats + 3) / 4 > map.length) {
            throw new IllegalArgumentException("a seat map that is cut short");
        }
        return new SeatStates(map, seats);
    }

    int seats() {
        return seats;
    }

    boolean isFree(int seat) {
        return ((map[HEADER + seat / 4] >> (seat % 4 * 2)) & 3) == 0;
    }
}
