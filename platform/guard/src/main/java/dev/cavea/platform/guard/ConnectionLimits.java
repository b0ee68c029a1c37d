package dev.cavea.platform.guard;

import java.time.Duration;

/**
 * How many connections there may be, and how slowly they may send.
 *
 * @param all in all
 * @param ofOneAddress from one address; {@link ClientAddresses} says which are exempt
 * @param head a request's head must be complete within this time of its first byte, or of
 *     connecting
 * @param body after this time, a body must have arrived, and keep arriving, at {@link
 *     #BODY_BYTES_PER_SECOND}
 */
public record ConnectionLimits(int all, int ofOneAddress, Duration head, Duration body) {

    public static final long BODY_BYTES_PER_SECOND = 4 << 10;

    /** Leaves room for 10,000 open live maps, and for an office behind one address. */
    public static ConnectionLimits standard() {
        return new ConnectionLimits(20_000, 500, Duration.ofSeconds(15), Duration.ofSeconds(20));
    }
}
