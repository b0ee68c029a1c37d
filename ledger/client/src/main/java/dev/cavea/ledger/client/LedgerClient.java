package dev.cavea.ledger.client;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import java.util.concurrent.CompletableFuture;

/** Submits commands, from any thread. */
public interface LedgerClient {

    /**
     * Never blocks. The future completes once the command is on disk on a majority and applied;
     * with {@link LedgerUnavailable} when the queue is full or the deadline passes. After a passed
     * deadline the outcome is unknown: submitting a command with the same hold id again finds it
     * out.
     */
    CompletableFuture<Answer> submit(Command command);
}
