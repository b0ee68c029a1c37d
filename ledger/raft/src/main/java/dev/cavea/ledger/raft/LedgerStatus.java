package dev.cavea.ledger.raft;

import org.jspecify.annotations.Nullable;

/**
 * The state of a member, for health and metrics.
 *
 * @param leader id of the leader, or null while none is known
 * @param ready whether it serves: it leads, or knows who does, and its log can be written
 * @param appliedIndex of the last entry of the log that is in the state
 * @param commands executed since the ledger began
 * @param position of the last event
 * @param feedHoleFrom the first position that this member's feed lacks and is fetching, or 0
 * @param logBytes on disk
 * @param snapshotIndex of the entry up to which a snapshot is on disk, or -1
 * @param lastError why it does not serve, or what went wrong last, in one line
 */
public record LedgerStatus(
        String member,
        Role role,
        long term,
        @Nullable String leader,
        boolean ready,
        long appliedIndex,
        long commands,
        long position,
        long feedHoleFrom,
        long logTimeMillis,
        long logBytes,
        long snapshotIndex,
        @Nullable String lastError) {

    /** A member's current role. */
    public enum Role {
        LEADER,
        FOLLOWER,
        CANDIDATE,
        /** Not running: stopped, or its log cannot be written. */
        DOWN
    }

    /** One line, for people and scripts. */
    @Override
    public String toString() {
        return "%s role=%s ready=%s term=%d leader=%s applied=%d commands=%d position=%d hole=%d"
                        .formatted(
                                member,
                                role,
                                ready,
                                term,
                                leader,
                                appliedIndex,
                                commands,
                                position,
                                feedHoleFrom)
                + " logBytes=%d snapshot=%d error=%s".formatted(logBytes, snapshotIndex, lastError);
    }
}
