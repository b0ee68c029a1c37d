package dev.cavea.platform.live.internal.house;

import java.util.List;

/**
 * A house as of one version; never changes. Its bytes are the snapshot of the seat map's format,
 * made once and sent to everyone.
 */
public final class SeatMap {

    private final long house;
    private final long version;
    private final int seatCount;
    private final List<AreaCounts> areas;
    private final byte[] bytes;

    SeatMap(long house, long version, PackedStates states, List<AreaCounts> areas, long digest) {
        this.house = house;
        this.version = version;
        this.seatCount = states.seatCount();
        this.areas = areas;
        this.bytes = SeatMapFormat.snapshot(house, version, states, areas, digest);
    }

    public long house() {
        return house;
    }

    public long version() {
        return version;
    }

    public int seatCount() {
        return seatCount;
    }

    public int state(int seat) {
        return PackedStates.get(bytes, SeatMapFormat.HEADER, seat);
    }

    public List<AreaCounts> areas() {
        return areas;
    }

    /** Shared: never write to the array. */
    public byte[] bytes() {
        return bytes;
    }
}
