package dev.cavea.app;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.Command;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what the ledger answers to this process. */
final class CountingLedgerClient implements LedgerClient {

    private final LedgerClient ledger;
    private final LongAdder accepted = new LongAdder();
    private final AtomicLong acknowledged = new AtomicLong();
    private final LongAdder unavailable = new LongAdder();
    private final Map<Rejection, LongAdder> rejected = new EnumMap<>(Rejection.class);

    CountingLedgerClient(LedgerClient ledger) {
        this.ledger = ledger;
        for (Rejection reason : Rejection.values()) {
            rejected.put(reason, new LongAdder());
        }
    }

    @Override
    public CompletableFuture<Answer> submit(Command command) {
        return counted(ledger.submit(command));
    }

    @Override
    public CompletableFuture<Answer> submit(Command command, Executor completeOn) {
        return counted(ledger.submit(command, completeOn));
    }

    /** The last position that anyone was told of. */
    long acknowledged() {
        return acknowledged.get();
    }

    long accepted() {
        return accepted.sum();
    }

    long unavailable() {
        return unavailable.sum();
    }

    long rejected(Rejection reason) {
        LongAdder count = rejected.get(reason);
        return count == null ? 0 : count.sum();
    }

    private void accepted(long position) {
        accepted.increment();
        if (position > acknowledged.get()) {
            acknowledged.accumulateAndGet(position, Math::max);
        }
    }

    private CompletableFuture<Answer> counted(CompletableFuture<Answer> future) {
        return future.whenComplete((answer, failure) -> count(answer));
    }

    private void count(@Nullable Answer answer) {
        switch (answer) {
            case null -> unavailable.increment();
            case Answer.Held held -> accepted(held.position());
            case Answer.Done done -> accepted(done.position());
            case Answer.Rejected(Rejection reason, var _) -> {
                LongAdder count = rejected.get(reason);
                if (count != null) {
                    count.increment();
                }
            }
        }
    }
}
