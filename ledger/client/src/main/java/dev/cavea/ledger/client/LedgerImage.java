package dev.cavea.ledger.client;

import dev.cavea.ledger.core.house.HoldId;
import java.util.List;

/** What a seat map shows. Who holds each place is left out. */
public record LedgerImage(long position, long logTimeMillis, List<House> houses) {

    public static final byte FREE = 0;
    public static final byte HELD = 1;
    public static final byte SOLD = 2;
    public static final byte BLOCKED = 3;

    public LedgerImage {
        houses = List.copyOf(houses);
    }

    /**
     * @param version position of the last event of this house
     * @param states one of the four states per seat, in plan order
     * @param channels the channel each seat is blocked for, as an unsigned byte, even while it is
     *     held or sold: events that free a seat do not say that it returns to its block; empty when
     *     no seat is blocked
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record House(
            long house,
            long version,
            boolean closed,
            byte[] states,
            List<Area> areas,
            byte[] channels) {
        public House {
            areas = List.copyOf(areas);
        }

        /** For a house in which no seat is blocked. */
        public House(long house, long version, boolean closed, byte[] states, List<Area> areas) {
            this(house, version, closed, states, areas, new byte[0]);
        }
    }

    /**
     * @param blocks the blocked places by channel, none with quantity 0
     * @param fromBlock the holds of this area that return some of their places to their channel's
     *     block
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

        /** For an area in which nothing is blocked. */
        public Area(int capacity, int held, int sold, int blocked) {
            this(capacity, held, sold, blocked, List.of(), List.of());
        }
    }

    /** Free places of an area that are kept for a channel. */
    public record Block(int channel, int quantity) {}

    /** How many places the hold returns to its channel's block when it is released. */
    public record FromBlock(HoldId hold, int channel, int quantity) {}
}
