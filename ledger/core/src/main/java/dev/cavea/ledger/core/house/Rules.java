package dev.cavea.ledger.core.house;

import java.util.List;

/**
 * The rules of one house's sale.
 *
 * @param maxSeatsPerHold 1 to 50
 * @param maxSeatsPerBuyer how many seats of this house a buyer may hold and own in total
 * @param holdMillis how long a hold lasts
 * @param maxExtensions how often a hold may be extended, each time by {@link #extensionMillis()}
 * @param refuseOrphans whether to refuse a hold that leaves a new single free seat between taken
 *     ones
 * @param orphansAllowedBelow orphans are allowed once fewer than this many seats are free in the
 *     section
 * @param windows when each channel may hold; a channel without a window is closed
 */
public record Rules(
        int maxSeatsPerHold,
        int maxSeatsPerBuyer,
        int holdMillis,
        int maxExtensions,
        boolean refuseOrphans,
        int orphansAllowedBelow,
        List<Window> windows) {

    /** The channel open to everybody. */
    public static final int PUBLIC = 0;

    public static final int MAX_CHANNEL = 255;

    public static final int MAX_SEATS_PER_HOLD = 50;
    public static final int MAX_HOLD_MILLIS = 24 * 60 * 60 * 1000;
    public static final int MAX_EXTENSIONS = 100;
    public static final int MAX_EXTENSION_MILLIS = 5 * 60 * 1000;
    public static final int MAX_WINDOWS = 1024;

    /**
     * @param channel 0 (everybody) to 255; whoever holds through a channel may also take the seats
     *     blocked for it
     * @param opensAtMillis log time, inclusive
     * @param closesAtMillis log time, exclusive
     */
    public record Window(int channel, long opensAtMillis, long closesAtMillis) {}

    public Rules {
        windows = List.copyOf(windows);
    }

    /** What an extension adds to the time left: five minutes, but never more than a hold lasts. */
    public int extensionMillis() {
        return Math.min(holdMillis, MAX_EXTENSION_MILLIS);
    }
}
