package dev.cavea.platform.guard;

import dev.cavea.platform.edge.Problem;

/**
 * What a limit says to one request.
 *
 * @param remaining requests that may follow at once
 * @param waitNanos until the next request is allowed; 0 if this one is
 */
public record RateDecision(RatePolicy policy, boolean allowed, long remaining, long waitNanos) {

    private static final long NANOS = 1_000_000_000L;

    /** At least a second, because Retry-After has no fractions. */
    public long retryAfterSeconds() {
        return Math.max(1, Math.ceilDiv(waitNanos, NANOS));
    }

    /** {@code "holds";r=39;t=1} of draft-ietf-httpapi-ratelimit-headers. */
    public String header() {
        return "\"" + policy.name() + "\";r=" + remaining + ";t=" + retryAfterSeconds();
    }

    public String policyHeader() {
        return policy.header();
    }

    /** 429 {@code rate-limited}. */
    public Problem problem() {
        long seconds = retryAfterSeconds();
        return new Problem(
                        429,
                        "rate-limited",
                        "Too many requests",
                        "At most "
                                + policy.perSecond()
                                + " requests a second of this kind, and "
                                + policy.burst()
                                + " at once. Try again in "
                                + seconds
                                + (seconds == 1 ? " second." : " seconds."))
                .with("policy", policy.name())
                .with("retryAfterSeconds", seconds)
                .header("Retry-After", Long.toString(seconds))
                .header("RateLimit", header())
                .header("RateLimit-Policy", policyHeader());
    }
}
