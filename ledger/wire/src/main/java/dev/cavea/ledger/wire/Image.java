package dev.cavea.ledger.wire;

import dev.cavea.ledger.core.house.HoldId;
import java.util.ArrayList;
import java.util.List;

/**
 * All houses as of one position, as sent over the network: two bits per seat.
 *
 * @param position of the last event that it contains
 */
public record Image(long position, long logTimeMillis, List<House> houses) {

    private static final int LEAST_HOUSE_BYTES = 29;
    private static final int LEAST_AREA_BYTES = 24;
    private static final int BLOCK_BYTES = 8;
    private static final int FROM_BLOCK_BYTES = 24;

    public Image {
        houses = List.copyOf(houses);
    }

    /**
     * @param version position of the last event of this house
     * @param states of the seats in plan order, four in a byte, the first in the lowest bits
     * @param channels the channel each seat is blocked for; empty if none is
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record House(
            long house,
            long version,
            boolean closed,
            int seatCount,
            byte[] states,
            byte[] channels,
            List<Area> areas) {
        public House {
            areas = List.copyOf(areas);
        }

        public int state(int seat) {
            return (states[seat >>> 2] >>> ((seat & 3) << 1)) & 3;
        }
    }

    /**
     * @param blocks the blocked places by channel
     * @param fromBlock holds that return some of their places to their channel's block
     */
    public record Area(
            int capacity,
            int held,
            int sold,
            int blocked,
            List<Block> blocks,
            List<FromBlock> fromBlock) {
        public Area {
            blocks = List.copyOf(blocks);
            fromBlock = List.copyOf(fromBlock);
        }
    }

    public record Block(int channel, int quantity) {}

    public record FromBlock(HoldId hold, int channel, int quantity) {}

    /** One of the four states per seat, in two bits each. */
    public static byte[] pack(byte[] states) {
        byte[] packed = new byte[stateBytes(states.length)];
        for (int seat = 0; seat < states.length; seat++) {
            packed[seat >>> 2] |= (byte) (states[seat] << ((seat & 3) << 1));
        }
        return packed;
    }

    /** How many bytes the states of this many seats take. */
    private static int stateBytes(int seatCount) {
        return (int) (((long) seatCount + 3) / 4);
    }

    public byte[] toBytes() {
        WireOut out = new WireOut(1 << 16);
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
        out.putInt(house.channels.length);
        out.putBytes(house.channels);
        out.putInt(house.areas.size());
        for (Area area : house.areas) {
            write(out, area);
        }
    }

    private static House house(WireIn in) {
        long house = in.getLong();
        long version = in.getLong();
        boolean closed = in.getBoolean();
        int seatCount = in.getInt();
        if (seatCount < 0) {
            throw new WireException("a house of %d seats".formatted(seatCount));
        }
        byte[] states = in.getBytes(stateBytes(seatCount));
        byte[] channels = in.getBytes(in.getCount(1));
        if (channels.length != 0 && channels.length != seatCount) {
            throw new WireException(
                    "%d channels for %d seats".formatted(channels.length, seatCount));
        }
        int count = in.getCount(LEAST_AREA_BYTES);
        List<Area> areas = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            areas.add(area(in));
        }
        return new House(house, version, closed, seatCount, states, channels, areas);
    }

    private static void write(WireOut out, Area area) {
        out.putInt(area.capacity);
        out.putInt(area.held);
        out.putInt(area.sold);
        out.putInt(area.blocked);
        out.putInt(area.blocks.size());
        for (Block block : area.blocks) {
            out.putInt(block.channel);
            out.putInt(block.quantity);
        }
        out.putInt(area.fromBlock.size());
        for (FromBlock from : area.fromBlock) {
            Words.write(out, from.hold);
            out.putInt(from.channel);
            out.putInt(from.quantity);
        }
    }

    private static Area area(WireIn in) {
        int capacity = in.getInt();
        int held = in.getInt();
        int sold = in.getInt();
        int blocked = in.getInt();
        int blockCount = in.getCount(BLOCK_BYTES);
        List<Block> blocks = new ArrayList<>(blockCount);
        for (int i = 0; i < blockCount; i++) {
            blocks.add(new Block(in.getInt(), in.getInt()));
        }
        int fromCount = in.getCount(FROM_BLOCK_BYTES);
        List<FromBlock> fromBlock = new ArrayList<>(fromCount);
        for (int i = 0; i < fromCount; i++) {
            fromBlock.add(new FromBlock(Words.holdId(in), in.getInt(), in.getInt()));
        }
        return new Area(capacity, held, sold, blocked, blocks, fromBlock);
    }
}
