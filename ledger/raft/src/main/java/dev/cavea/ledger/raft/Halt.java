package dev.cavea.ledger.raft;

/**
 * What to do when a member must not continue: its log cannot be written, or an invariant is broken.
 * Called at most once per start, on the thread that found out.
 */
@FunctionalInterface
public interface Halt {

    int LOG_FAILED = 74;
    int INVARIANT_BROKEN = 70;
    int ENGINE_STOPPED = 75;

    void halt(int exitCode, String oneLine);

    /**
     * Ends the process at once: no shutdown hook may wait for a ledger that does not answer, and
     * threads of the engine would keep a dead process alive.
     */
    static Halt process() {
        return (exitCode, oneLine) -> {
            System.err.println(oneLine);
            Runtime.getRuntime().halt(exitCode);
        };
    }
}
