package dev.cavea.ledger.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * All houses as of one position, as it travels: two bits a seat.
 *
 * @param position of the last event that it contains
 */
public record Image(long position, long logTimeMillis, List<House> houses) {

    private static final int HEADER_BYTES = 24;
    private static final int LEAST_HOUSE_BYTES = 25;
    private static final int AREA_BYTES = 16;

    public Image {
        houses = List.copyOf(houses);
    }

    /**
     * @param version position of the last event of this house
     * @param states of the seats in plan order, four in a byte, the first in the lowest bits
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record House(
            long house,
            long version,
            boolean closed,
            int seatCount,
            byte[] states,
            List<Area> areas) {
        public House {
            areas = List.copyOf(areas);
        }

        public int state(int seat) {
            return states[seat >>> 2] >>> ((seat & 3) << 1) & 3;
        }
    }

    public record Area(int capacity, int held, int sold, int blocked) {}

    /** How many bytes the states of so many seats take. */
    public static int stateBytes(int seatCount) {
        return (int) (((long) seatCount + 3) / 4);
    }

    public byte[] toBytes() {
        int size = HEADER_BYTES;
        for (House house : houses) {
            size += 33 + house.states.length + house.areas.size() * AREA_BYTES;
        }
        WireOut out = new WireOut(size);
        Schema.write(out, Schema.IMAGE);
        out.putLong(position);
        out.putLong(logTimeMillis);
        out.putInt(houses.size());
        for (House house : houses) {
            write(out, house);
        }
        return out.toBytes();
    }

    public static Image read(byte[] bytes) {
        WireIn in = new WireIn(bytes);
        Schema.check(in, Schema.IMAGE);
        long position = in.getLong();
        long logTimeMillis = in.getLong();
        int count = in.getCount(LEAST_HOUSE_BYTES);
        List<House> houses = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            houses.add(house(in));
        }
        in.expectEnd();
        return new Image(position, logTimeMillis, houses);
    }

    private static void write(WireOut out, House house) {
        out.putLong(house.house);
        out.putLong(house.version);
        out.putBoolean(house.closed);
        out.putInt(house.seatCount);
        out.putBytes(house.states, 0, stateBytes(house.seatCount));
        out.putInt(house.areas.size());
        for (Area area : house.areas) {
            out.putInt(area.capacity);
            out.putInt(area.held);
            out.putInt(area.sold);
            out.putInt(area.blocked);
        }
    }

    private static House house(WireIn in) {
        long house = in.getLong();
        long version = in.getLong();
        boolean closed = in.getBoolean();
        int seatCount = in.getInt();
        byte[] states = in.getBytes(stateBytes(seatCount));
        int count = in.getCount(AREA_BYTES);
        List<Area> areas = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            areas.add(new Area(in.getInt(), in.getInt(), in.getInt(), in.getInt()));
        }
        return new House(house, version, closed, seatCount, states, areas);
    }
}
