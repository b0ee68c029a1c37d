package dev.cavea.ledger.client;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Submits commands, from any thread. */
public interface LedgerClient {

    /**
     * Never blocks. The future completes once the command is on disk on a majority and applied;
     * with {@link LedgerUnavailable} when the queue is full or the deadline passes. Once the
     * deadline has passed, the outcome is unknown: submitting a command with the same hold id again
     * reveals it.
     */
    CompletableFuture<Answer> submit(Command command);

    /**
     * As {@link #submit(Command)}; the future completes on the executor. Answers that arrive
     * together for one executor are completed by one task, so that an event loop is woken once for
     * all of them.
     */
    default CompletableFuture<Answer> submit(Command command, Executor completeOn) {
        return submit(command).thenApplyAsync(answer -> answer, completeOn);
    }
}
