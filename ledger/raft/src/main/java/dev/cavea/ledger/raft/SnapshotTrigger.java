package dev.cavea.ledger.raft;

/** Counts towards the next snapshot. Apply thread, but for the time. */
final class SnapshotTrigger {

    private final SnapshotPolicy policy;
    private volatile long commands;
    private volatile long bytes;
    private volatile long frozenNanos = System.nanoTime();
    private volatile long writtenNanos = frozenNanos;

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
        long now = System.nanoTime();
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

    /** The state of now is what is being written. */
    void frozen() {
        commands = 0;
        bytes = 0;
        frozenNanos = System.nanoTime();
        writtenNanos = frozenNanos;
    }

    void written() {
        writtenNanos = System.nanoTime();
    }
}
