package dev.cavea.ledger.raft;

/** A member cannot start. The message is one line for people: what is wrong and what to do. */
public final class LedgerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What prevents it; codes never change. */
    public enum Reason {
        FOLDER_IN_USE,
        FOLDER_NOT_WRITABLE,
        LOG_DAMAGED,
        SNAPSHOT_DAMAGED,
        PORT_TAKEN,
        ENGINE_FAILED
    }

    private final Reason reason;

    public LedgerStartException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public LedgerStartException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
