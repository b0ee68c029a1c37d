package dev.cavea.ledger.core;

/** What the ledger remembers of a session's pack. */
public sealed interface Recall {

    /** The pack was executed and these were its answers; the array is never written to. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Answered(Answer[] answers) implements Recall {}

    /** No answers to return, and why. */
    enum Blank implements Recall {
        /** The pack was never executed: execute it. */
        NEVER_SEEN,
        /**
         * Its answers were confirmed and have since been forgotten: it must not be executed again.
         */
        CONFIRMED,
        /** There is no such session, or it has ended: whatever it sends is refused. */
        SESSION_ENDED
    }
}
