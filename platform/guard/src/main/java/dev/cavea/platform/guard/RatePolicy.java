package dev.cavea.platform.guard;

/**
 * So many requests a second in the long run, so many at once.
 *
 * @param name as in the RateLimit headers
 */
public record RatePolicy(String name, int perSecond, int burst) {

    public RatePolicy {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a rate and a burst are at least 1");
        }
    }

    /** Seconds in which an empty bucket fills. */
    int windowSeconds() {
        return Math.ceilDiv(burst, perSecond);
    }
}
