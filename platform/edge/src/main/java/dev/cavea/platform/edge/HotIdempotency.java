package dev.cavea.platform.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * The same promise as {@link IdempotencyStore} for a route on an event loop: it never blocks. An
 * answer is in memory at once and in the database a moment later; the database is asked, off the
 * loop, only for a key that it may really have.
 *
 * <p>What a kill -9 within that moment loses is the kept answer, not the effect: what is done under
 * {@link KeyedRequest#derivedId} is done once anyway.
 */
public final class HotIdempotency implements AutoCloseable {

    private static final long MEMORY_BYTES = 64L << 20;
    private static final int SLOT_BYTES = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Cache<UUID, Slot> slots =
            Caffeine.newBuilder()
                    .maximumWeight(MEMORY_BYTES)
                    .weigher((UUID id, Slot slot) -> slot.weight())
                    .expireAfterWrite(IdempotencyStore.KEPT)
                    .build();
    private final KeptAnswers kept;

    public HotIdempotency(KeptAnswers kept) {
        this.kept = kept;
    }

    /**
     * Whose turn it is; done already in the usual case. Fails with a {@link Problem}: 422 {@code
     * idempotency-key-reused}, 409 {@code idempotency-in-progress}. When it was not done at once it
     * completes on a thread of its own: the caller goes back to its loop.
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
        } catch (RuntimeException e) {
            forget(fresh);
            turn.completeExceptionally(e);
        }
    }

    private void forget(Slot slot) {
        slots.asMap().remove(slot.request.id(), slot);
        slot.answer.completeExceptionally(KeyedRequest.inProgress());
    }

    /** To be called once a day, so that what is older than a day is forgotten. */
    public void forgetOld() {
        kept.forgetOld();
    }

    /** Writes what is waiting to be written. */
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
            return answer.copy()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .handle(
                            (given, failure) -> {
                                if (given == null) {
                                    throw KeyedRequest.inProgress();
                                }
                                return new Turn.Replay(given);
                            });
        }

        @Override
        public void settle(Answer given) {
            if (!Answer.isFinal(given.status())) {
                abandon();
                return;
            }
            answered(given);
            kept.keep(request, given);
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
