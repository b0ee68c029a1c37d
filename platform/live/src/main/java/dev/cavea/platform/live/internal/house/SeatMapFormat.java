package dev.cavea.platform.live.internal.house;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** The bytes of {@code docs/reference/seat-map-format.md}. */
final class SeatMapFormat {

    static final int HEADER = 40;

    private static final byte[] MAGIC = {'C', 'V', 'S', 'M'};
    private static final byte FORMAT = 1;
    private static final byte SNAPSHOT = 1;
    private static final byte DELTA = 2;
    private static final int AREA_BYTES = 16;

    private SeatMapFormat() {}

    static byte[] snapshot(
            long house, long version, PackedStates states, List<AreaCounts> areas, long digest) {
        int packed = PackedStates.length(states.seatCount());
        byte[] bytes = new byte[length(packed, areas.size())];
        ByteBuffer out = over(bytes);
        head(out, SNAPSHOT, areas.size()).putLong(house).putLong(version).putLong(digest);
        out.putInt(states.seatCount()).putInt(0);
        states.copyTo(bytes, HEADER);
        out.position(HEADER + packed);
        for (AreaCounts area : areas) {
            out.putInt(area.capacity());
            out.putInt(area.held()).putInt(area.sold()).putInt(area.blocked());
        }
        return bytes;
    }

    /**
     * @param seats each {@code seat << 2 | state}
     * @param areas those that changed, by index
     */
    static byte[] delta(
            long house, Versions versions, int[] seats, Map<Integer, AreaCounts> areas) {
        byte[] bytes = new byte[length(seats.length * Integer.BYTES, areas.size())];
        ByteBuffer out = over(bytes);
        head(out, DELTA, areas.size()).putLong(house).putLong(versions.to());
        out.putLong(versions.from()).putInt(seats.length).putInt(0);
        for (int seat : seats) {
            out.putInt(seat);
        }
        areas.forEach(
                (index, area) ->
                        out.putInt(index)
                                .putInt(area.held())
                                .putInt(area.sold())
                                .putInt(area.blocked()));
        return bytes;
    }

    private static int length(int seatBytes, int areas) {
        return HEADER + seatBytes + areas * AREA_BYTES;
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer head(ByteBuffer out, byte kind, int areas) {
        return out.put(MAGIC).put(FORMAT).put(kind).putShort((short) areas);
    }
}
