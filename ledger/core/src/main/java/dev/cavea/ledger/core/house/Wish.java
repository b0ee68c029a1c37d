package dev.cavea.ledger.core.house;

/**
 * What "best available" should look for.
 *
 * @param count how many seats
 * @param zones bit z is set if price zone z is acceptable
 * @param section the section wanted, or {@link #ANY_SECTION}
 * @param accessible whether the first seat must be a wheelchair place and the rest its companions
 *     and neighbours
 * @param together whether to reject rather than split
 */
public record Wish(int count, long zones, int section, boolean accessible, boolean together) {

    public static final int ANY_SECTION = -1;
    public static final long ANY_ZONE = -1L;

    public static Wish of(int count) {
        return new Wish(count, ANY_ZONE, ANY_SECTION, false, false);
    }
}
