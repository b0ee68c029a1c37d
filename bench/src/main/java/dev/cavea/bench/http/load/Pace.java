package dev.cavea.bench.http.load;

/** When connections speak. */
public sealed interface Pace {

    /** Each sends its next request as soon as it has its answer. */
    record Closed() implements Pace {}

    /**
     * Each sends a request this long after the last one was due, whatever the answer did in
     * between: a late answer makes the next request late, and that lateness counts as latency.
     */
    record Think(long everyNanos) implements Pace {}

    /**
     * Requests are due at a fixed rate, whoever sends them; one that has to wait for a free
     * connection has been waiting since it was due.
     */
    record Open(double perSecond) implements Pace {}
}
