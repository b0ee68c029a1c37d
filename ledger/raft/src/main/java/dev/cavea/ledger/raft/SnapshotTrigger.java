package dev.cavea.ledger.raft;

/** Counts towards the next snapshot. Apply thread, but for the time. */
final class SnapshotTrigger {

    private final SnapshotPolicy policy;
    private volatile long commands;
    private volatile long bytes;
    private volatile long lastNanos = System.nanoTime();

    SnapshotTrigger(SnapshotPolicy policy) {
        this.policy = policy;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    void applied(int packCommands, int packBytes) {
        commands += packCommands;
        bytes += packBytes;
    }

    /** Any thread. */
    boolean isDue() {
        if (bytes == 0) {
            return false;
        }
        long nanos = System.nanoTime() - lastNanos;
        if (nanos < policy.notBefore().toNanos()) {
            return false;
        }
        return commands >= policy.everyCommands()
                || bytes >= policy.everyLogBytes()
                || nanos / 1_000_000 >= policy.everyTime().toMillis();
    }

    boolean hasAny() {
        return bytes > 0;
    }

    void taken() {
        commands = 0;
        bytes = 0;
        lastNanos = System.nanoTime();
    }
}
