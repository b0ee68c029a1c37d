package dev.cavea.ledger.core;

/** What the ledger remembers of a session's pack. */
public sealed interface Recall {

    /** The pack was executed and these were its answers; nobody writes to the array. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Answered(Answer[] answers) implements Recall {}

    /** Nothing to give back, and why. */
    enum Blank implements Recall {
        /** The pack was never executed: execute it. */
        NEVER_SEEN,
        /** Its answers were confirmed, and forgotten since: it must not be executed again. */
        CONFIRMED,
        /** There is no such session, or it has ended: what it sends is refused. */
        SESSION_ENDED
    }
}
