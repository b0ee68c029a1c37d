package dev.cavea.ledger.core.snapshot;

import java.util.List;

/**
 * Everything that is not in houses.
 *
 * @param position of the last event
 * @param lastSession number of the session opened last, 0 if none was
 * @param sessions those that have not ended, by number
 */
public record SnapshotHead(
        long position,
        long logTimeMillis,
        long commandsApplied,
        long lastSession,
        List<SessionState> sessions) {

    public SnapshotHead {
        sessions = List.copyOf(sessions);
    }
}
