package dev.cavea.platform.guard;

import java.time.Duration;

/**
 * How many connections there may be, and how slowly they may send.
 *
 * @param all in all
 * @param ofOneAddress from one address; see {@link ClientAddresses} for whom it does not count
 * @param head within this time from its first byte, or from connecting, a request's head is here
 * @param body after this time a body must have come, and go on coming, at {@link
 *     #BODY_BYTES_PER_SECOND}
 */
public record ConnectionLimits(int all, int ofOneAddress, Duration head, Duration body) {

    public static final long BODY_BYTES_PER_SECOND = 4 << 10;

    /** A house with 10,000 live maps open has room; so has an office behind one address. */
    public static ConnectionLimits standard() {
        return new ConnectionLimits(20_000, 500, Duration.ofSeconds(15), Duration.ofSeconds(20));
    }
}
