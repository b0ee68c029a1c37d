package dev.cavea.ledger.raft;

import java.util.function.LongSupplier;

/** Counts towards the next snapshot. Apply thread, except for the time. */
final class SnapshotTrigger {

    private final SnapshotPolicy policy;
    private final LongSupplier nanoTime;
    private volatile long commands;
    private volatile long bytes;
    private volatile long frozenNanos;
    private volatile long writtenNanos;

    SnapshotTrigger(SnapshotPolicy policy) {
        this(policy, System::nanoTime);
    }

    SnapshotTrigger(SnapshotPolicy policy, LongSupplier nanoTime) {
        this.policy = policy;
        this.nanoTime = nanoTime;
        frozenNanos = nanoTime.getAsLong();
        writtenNanos = frozenNanos;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    void applied(int packCommands, int packBytes) {
        commands += packCommands;
        bytes += packBytes;
    }

    /** Any thread. */
    boolean isDue() {
        long now = nanoTime.getAsLong();
        if (bytes == 0 || now - writtenNanos < policy.rest() * (writtenNanos - frozenNanos)) {
            return false;
        }
        return commands >= policy.everyCommands()
                || bytes >= policy.everyLogBytes()
                || (now - frozenNanos) / 1_000_000 >= policy.everyTime().toMillis();
    }

    boolean hasAny() {
        return bytes > 0;
    }

    /** The current state is being written. */
    void frozen() {
        commands = 0;
        bytes = 0;
        frozenNanos = nanoTime.getAsLong();
        writtenNanos = frozenNanos;
    }

    void written() {
        writtenNanos = nanoTime.getAsLong();
    }
}
