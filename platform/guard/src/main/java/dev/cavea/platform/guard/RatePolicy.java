package dev.cavea.platform.guard;

/** A rate of requests per second in the long run, and a burst at once. */
public final class RatePolicy {

    private final String name;
    private final int perSecond;
    private final int burst;
    private final String header;

    /**
     * @param name as in the RateLimit headers
     */
    public RatePolicy(String name, int perSecond, int burst) {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a rate and a burst are at least 1");
        }
        this.name = name;
        this.perSecond = perSecond;
        this.burst = burst;
        // Seconds in which an empty bucket fills.
        int window = Math.ceilDiv(burst, perSecond);
        this.header = "\"" + name + "\";q=" + burst + ";w=" + window;
    }

    String name() {
        return name;
    }

    int perSecond() {
        return perSecond;
    }

    int burst() {
        return burst;
    }

    /** {@code "holds";q=40;w=2} of draft-ietf-httpapi-ratelimit-headers. */
    String header() {
        return header;
    }
}
