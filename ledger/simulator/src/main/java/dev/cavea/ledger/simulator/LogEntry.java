package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.command.Command;
import java.util.List;

/** What the simulated log carries, stamped by the leader's clock, which may go back. */
sealed interface LogEntry {

    long stampMillis();

    record Tick(long stampMillis) implements LogEntry {}

    record OpenSession(long stampMillis) implements LogEntry {}

    record Pack(long stampMillis, Numbered pack, long confirmedBelow) implements LogEntry {}

    /** A client's pack, the same each time it is sent. */
    record Numbered(long session, long number, List<Command> commands) {}
}
