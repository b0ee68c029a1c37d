package dev.cavea.platform.edge;

/** Whose turn it is to answer a request with an Idempotency-Key. */
public sealed interface Turn {

    /** It was not answered before: do the work, then settle or abandon. */
    non-sealed interface Mine extends Turn {

        /** Keeps the answer for a day if it is {@linkplain Answer#isFinal final}. */
        void settle(Answer answer);

        /** There was no answer; the next request with this key starts over. */
        void abandon();
    }

    /** It was answered before: give the same answer. */
    record Replay(Answer answer) implements Turn {}
}
