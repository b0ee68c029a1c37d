package dev.cavea.ledger.client;

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
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record House(long house, long version, boolean closed, byte[] states, List<Area> areas) {
        public House {
            areas = List.copyOf(areas);
        }
    }

    public record Area(int capacity, int held, int sold, int blocked) {}
}
