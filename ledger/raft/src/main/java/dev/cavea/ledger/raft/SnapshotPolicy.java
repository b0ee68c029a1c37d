package dev.cavea.ledger.raft;

import java.time.Duration;

/**
 * When a snapshot is written: whichever comes first. One is also written at shutdown and when asked
 * for.
 *
 * @param everyCommands executed since the last one
 * @param everyLogBytes applied since the last one
 * @param everyTime since the last one, if anything was applied
 * @param notBefore the least time between two of them, whatever the load
 */
public record SnapshotPolicy(
        long everyCommands, long everyLogBytes, Duration everyTime, Duration notBefore) {

    public static final SnapshotPolicy DEFAULT =
            new SnapshotPolicy(1_000_000, 256L << 20, Duration.ofMinutes(5), Duration.ofSeconds(5));

    /** Only at shutdown and when asked for. */
    public static final SnapshotPolicy NEVER =
            new SnapshotPolicy(
                    Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(10_000), Duration.ZERO);
}
