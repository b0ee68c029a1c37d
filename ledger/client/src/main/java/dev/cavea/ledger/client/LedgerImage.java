package dev.cavea.ledger.client;

import dev.cavea.ledger.core.house.HoldId;
import java.util.List;

/** Who holds what is left out; this is what a seat map shows. */
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
     * @param states one of the four states a seat, in plan order
     * @param channels the channel that each seat is blocked for, as an unsigned byte, also while it
     *     is held or sold: events that free a seat do not say that it goes back to its block; empty
     *     when no seat is blocked
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
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

        /** Of a house in which no seat is blocked. */
        public House(long house, long version, boolean closed, byte[] states, List<Area> areas) {
            this(house, version, closed, states, areas, new byte[0]);
        }
    }

    /**
     * @param blocks the blocked places by channel, none with quantity 0
     * @param fromBlock the holds of this area some of whose places go back to their channel's block
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

        /** Of an area in which nothing is blocked. */
        public Area(int capacity, int held, int sold, int blocked) {
            this(capacity, held, sold, blocked, List.of(), List.of());
        }
    }

    /** Free places of an area that are kept for a channel. */
    public record Block(int channel, int quantity) {}

    /** How many places of the hold its channel's block gets back when it is released. */
    public record FromBlock(HoldId hold, int channel, int quantity) {}
}
