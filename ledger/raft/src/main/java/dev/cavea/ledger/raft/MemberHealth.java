package dev.cavea.ledger.raft;

import dev.cavea.ledger.core.LedgerBroken;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why this member must not continue, if it must not. */
final class MemberHealth {

    private static final Logger LOG = LoggerFactory.getLogger(MemberHealth.class);

    private final String member;
    private final Halt halt;
    private final AtomicBoolean halted = new AtomicBoolean();
    private volatile @Nullable String failure;
    private volatile boolean broken;

    MemberHealth(String member, Halt halt) {
        this.member = member;
        this.halt = halt;
    }

    /**
     * The state has advanced and the feed has not: after a restart both are rebuilt from the log.
     */
    void feedFailed(Throwable cause) {
        broken = true;
        logFailed(cause);
    }

    /** Disk full or an I/O error: acknowledgements stop until the member is restarted. */
    void logFailed(Throwable cause) {
        stop(
                Halt.LOG_FAILED,
                "The ledger cannot write to its disk on member %s (%s). Free space or repair it,"
                                .formatted(member, reason(cause))
                        + " then start the member again.",
                cause);
    }

    /** The engine has given up by itself; its log says why. */
    void engineStopped() {
        stop(
                Halt.ENGINE_STOPPED,
                "The ledger's engine stopped on member %s. Its log says why; start it again."
                        .formatted(member),
                new IllegalStateException("the engine stopped"));
    }

    /** The state can no longer be trusted. */
    void broken(long index, Throwable cause) {
        broken = true;
        stop(
                Halt.INVARIANT_BROKEN,
                "The ledger on member %s is broken at entry %d of the log (%s). Keep its folder and"
                                .formatted(member, index, reason(cause))
                        + " report it; do not start it again.",
                cause);
    }

    /** After a broken entry, no other may be applied. */
    void checkWhole() {
        if (broken) {
            throw new LedgerBroken("an earlier entry of the log broke the ledger");
        }
    }

    @Nullable String failure() {
        return failure;
    }

    private void stop(int exitCode, String oneLine, Throwable cause) {
        if (halted.compareAndSet(false, true)) {
            failure = oneLine;
            LOG.error(oneLine, cause);
            halt.halt(exitCode, oneLine);
        }
    }

    private static String reason(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root).lines().findFirst().orElse("");
    }
}
