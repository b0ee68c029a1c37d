package dev.cavea.platform.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same promise as {@link IdempotencyStore} for a route on an event loop: it never blocks. An
 * answer is in memory at once and in the database a moment later; the database is asked, off the
 * loop, only about a key that it may really have. A refusal stays in memory, and a long one is not
 * kept at all: nothing was done, so asking again does no harm, whereas keeping them could fill the
 * disk.
 *
 * <p>A kill -9 within that moment loses the kept answer, not the effect: what is done under {@link
 * KeyedRequest#derivedId} is done once anyway.
 */
public final class HotIdempotency implements AutoCloseable {

    private static final long MEMORY_BYTES = 64L << 20;
    private static final int SLOT_BYTES = 300;
    private static final int LONGEST_REFUSAL = 1_024;
    private static final int MOST_WAITING = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Cache<UUID, Slot> slots =
            Caffeine.newBuilder()
                    .maximumWeight(MEMORY_BYTES)
                    .weigher((UUID id, Slot slot) -> slot.weight())
                    .expireAfterWrite(IdempotencyStore.KEPT)
                    .build();
    private final AtomicInteger waiting = new AtomicInteger();
    private final KeptAnswers kept;

    public HotIdempotency(KeptAnswers kept) {
        this.kept = kept;
    }

    /**
     * Whose turn it is; usually already completed. Fails with a {@link Problem}: 422 {@code
     * idempotency-key-reused}, 409 {@code idempotency-in-progress}. If not completed at once, it
     * completes on another thread: the caller must go back to its loop.
     */
    public CompletionStage<Turn> turn(KeyedRequest request) {
        Slot fresh = new Slot(request);
        Slot there = slots.asMap().putIfAbsent(request.id(), fresh);
        if (there != null) {
            return there.repeatedBy(request);
        }
        if (!kept.mayHave(request.id())) {
            return CompletableFuture.completedFuture(fresh);
        }
        CompletableFuture<Turn> turn = new CompletableFuture<>();
        Thread.startVirtualThread(() -> askDatabase(request, fresh, turn));
        return turn;
    }

    private void askDatabase(KeyedRequest request, Slot fresh, CompletableFuture<Turn> turn) {
        try {
            Optional<Answer> answer = kept.answerTo(request);
            answer.ifPresent(fresh::answered);
            turn.complete(answer.<Turn>map(Turn.Replay::new).orElse(fresh));
        } catch (Throwable e) {
            // Whoever waits must hear of it, even of an Error.
            forget(fresh);
            turn.completeExceptionally(e);
        }
    }

    private void forget(Slot slot) {
        slots.asMap().remove(slot.request.id(), slot);
        slot.answer.completeExceptionally(KeyedRequest.inProgress());
    }

    /** To be called once a day, so that anything older than a day is forgotten. */
    public void forgetOld() {
        kept.forgetOld();
    }

    /** Writes whatever is waiting to be written. */
    @Override
    public void close() {
        kept.close();
    }

    /** One request's place in memory. */
    private final class Slot implements Turn.Mine {

        private final KeyedRequest request;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        Slot(KeyedRequest request) {
            this.request = request;
        }

        CompletionStage<Turn> repeatedBy(KeyedRequest other) {
            if (!request.fingerprint().equals(other.fingerprint())) {
                return CompletableFuture.failedFuture(KeyedRequest.reused());
            }
            if (answer.isDone() && !answer.isCompletedExceptionally()) {
                return CompletableFuture.completedFuture(new Turn.Replay(answer.join()));
            }
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                return CompletableFuture.failedFuture(KeyedRequest.inProgress());
            }
            return answer.copy()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .handle(
                            (given, failure) -> {
                                waiting.decrementAndGet();
                                if (given == null) {
                                    throw KeyedRequest.inProgress();
                                }
                                return new Turn.Replay(given);
                            });
        }

        @Override
        public void settle(Answer given) {
            boolean refusal = given.status() >= Answer.REFUSALS;
            boolean tooLong = refusal && given.body().length > LONGEST_REFUSAL;
            if (tooLong || !Answer.isFinal(given.status())) {
                abandon();
                return;
            }
            answered(given);
            if (!refusal) {
                kept.keep(request, given);
            }
        }

        @Override
        public void abandon() {
            forget(this);
        }

        private void answered(Answer given) {
            answer.complete(given);
            // Weighed again now that its size is known.
            slots.asMap().replace(request.id(), this, this);
        }

        int weight() {
            return answer.isDone() && !answer.isCompletedExceptionally()
                    ? SLOT_BYTES + answer.join().body().length
                    : SLOT_BYTES;
        }
    }
}
