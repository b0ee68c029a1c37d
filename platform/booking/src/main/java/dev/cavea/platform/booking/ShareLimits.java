package dev.cavea.platform.booking;

/**
 * How much of an event one network may keep from everyone else.
 *
 * @param seats that it may hold at once, by all its guests and accounts together; 0 for no limit
 */
public record ShareLimits(int seats) {

    /** More than a household or an office needs, far fewer than a venue has. */
    public static final int USUAL = 200;

    public static ShareLimits standard() {
        return new ShareLimits(USUAL);
    }
}
