package dev.cavea.ledger.core;

import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.snapshot.HouseState;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import dev.cavea.ledger.core.snapshot.SnapshotHead;
import java.util.Iterator;

/**
 * The ledger's state and the one door to it. Not safe for threads: one thread owns it. Only what
 * {@link #freeze} returns may be read by others.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Ledger {

    /** An empty ledger, before the first entry of the log. */
    public Ledger() {}

    /** Decides on the command, applies what was decided, and tells the sink. */
    public Answer execute(Command command, EventSink sink) {
        throw new UnsupportedOperationException("execute");
    }

    /**
     * Moves log time on and ends what is due: holds, house by house in the order of their numbers,
     * in a house by end and then by age; and silent sessions. A time before {@link #logTimeMillis}
     * changes nothing.
     */
    public void advanceTo(long logTimeMillis, EventSink sink) {
        throw new UnsupportedOperationException("advanceTo");
    }

    /** Applies an event of the feed instead of deciding; positions must follow without a gap. */
    public void replay(FeedEntry entry) {
        throw new UnsupportedOperationException("replay");
    }

    /** Opens a session for a client process and returns its number, 1 or more. */
    public long openSession() {
        throw new UnsupportedOperationException("openSession");
    }

    /** What is remembered of a pack. Changes nothing. */
    public Recall recall(long session, long pack) {
        throw new UnsupportedOperationException("recall");
    }

    /**
     * Keeps a pack's answers until its client confirms them, and forgets those of all packs below
     * {@code confirmedBelow}. The array is given away.
     */
    public void remember(long session, long pack, long confirmedBelow, Answer[] answers) {
        throw new UnsupportedOperationException("remember");
    }

    /** Position of the last event; 0 before the first. */
    public long position() {
        throw new UnsupportedOperationException("position");
    }

    public long logTimeMillis() {
        throw new UnsupportedOperationException("logTimeMillis");
    }

    /** How many commands were executed since the first, also before a restore. */
    public long commandsApplied() {
        throw new UnsupportedOperationException("commandsApplied");
    }

    /** Covers all state; equal on all members that applied the same log, restored ones too. */
    public long stateHash() {
        throw new UnsupportedOperationException("stateHash");
    }

    /** Covers what events tell: position and houses. Equal after {@link #replay} of the feed. */
    public long housesHash() {
        throw new UnsupportedOperationException("housesHash");
    }

    /** Cheap here: a house is copied when it next changes, if it does. */
    public LedgerSnapshot freeze() {
        throw new UnsupportedOperationException("freeze");
    }

    /** The ledger that the snapshot was taken of; houses come in the snapshot's order. */
    public static Ledger restore(SnapshotHead head, Iterator<HouseState> houses) {
        throw new UnsupportedOperationException("restore");
    }
}
