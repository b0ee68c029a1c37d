package dev.cavea.ledger.raft;

import java.time.Duration;

/**
 * When a snapshot is written: whichever comes first. One is also written at shutdown and on
 * request. After a crash, a start must execute again whatever was executed since the last one.
 *
 * @param everyCommands executed since the last one
 * @param everyLogBytes applied since the last one
 * @param everyTime since the last one, if anything was applied
 * @param rest how long to pause after a snapshot, as a multiple of the time it took, so that a
 *     large state takes a bounded share of the disk's time
 */
public record SnapshotPolicy(long everyCommands, long everyLogBytes, Duration everyTime, int rest) {

    /** A start executes a million and a half commands in a second. */
    public static final SnapshotPolicy DEFAULT =
            new SnapshotPolicy(500_000, 256L << 20, Duration.ofMinutes(5), 9);

    /** Only at shutdown and on request. */
    public static final SnapshotPolicy NEVER =
            new SnapshotPolicy(Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(10_000), 0);
}
