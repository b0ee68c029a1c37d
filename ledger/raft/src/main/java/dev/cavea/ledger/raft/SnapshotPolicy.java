package dev.cavea.ledger.raft;

import java.time.Duration;

/**
 * When a snapshot is written: whichever comes first. One is also written at shutdown and when asked
 * for. What was executed since the last one is what a start after a crash must execute again.
 *
 * @param everyCommands executed since the last one
 * @param everyLogBytes applied since the last one
 * @param everyTime since the last one, if anything was applied
 * @param rest how many times as long as the last one took no other is begun, so that a large state
 *     takes a bounded share of the disk
 */
public record SnapshotPolicy(long everyCommands, long everyLogBytes, Duration everyTime, int rest) {

    /** A start executes a million and a half commands in a second. */
    public static final SnapshotPolicy DEFAULT =
            new SnapshotPolicy(500_000, 256L << 20, Duration.ofMinutes(5), 9);

    /** Only at shutdown and when asked for. */
    public static final SnapshotPolicy NEVER =
            new SnapshotPolicy(Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(10_000), 0);
}
