package dev.cavea.ledger.client;

/** The ledger did not answer. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is known about the command. */
    public enum Outcome {
        /** It was not sent: nothing happened. */
        NOT_SENT,
        /** It may or may not have happened, and may still happen. */
        UNKNOWN
    }

    private final Outcome outcome;

    public LedgerUnavailable(Outcome outcome, String message) {
        super(message, null, false, false);
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }
}
