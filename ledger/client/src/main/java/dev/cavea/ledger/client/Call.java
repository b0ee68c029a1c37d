package dev.cavea.ledger.client;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A command and the caller waiting for its answer. */
final class Call extends CompletableFuture<Answer> {

    final Command command;
    final long deadlineNanos;
    final @Nullable Executor completeOn;

    /** Links the queue. */
    @Nullable Call next;

    Call(Command command, long deadlineNanos, @Nullable Executor completeOn) {
        this.command = command;
        this.deadlineNanos = deadlineNanos;
        this.completeOn = completeOn;
    }

    void fail(LedgerUnavailable failure) {
        if (completeOn == null) {
            completeExceptionally(failure);
        } else {
            completeOn.execute(() -> completeExceptionally(failure));
        }
    }
}
