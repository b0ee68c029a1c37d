package dev.cavea.platform.edge;

import dev.cavea.platform.kernel.LongRun;
import dev.cavea.platform.kernel.Pulse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hot answers on their way to PostgreSQL: queued, written by one virtual thread in batches. Shares
 * its table with {@link IdempotencyStore}.
 */
public final class KeptAnswers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);
    private static final int QUEUED = 50_000;
    private static final int BATCH = 500;
    private static final int FETCHED = 5_000;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Jdbi database;
    private final IdempotencyStore store;
    private final Clock clock;
    private final SeenKeys seen = new SeenKeys();
    private final RowBudget budget = new RowBudget();
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUED);
    private final AtomicLong dropped = new AtomicLong();
    private final List<Waiting> batch = new ArrayList<>(BATCH);
    private final LongRun writer;
    private volatile boolean loaded;
    private volatile boolean closing;

    public KeptAnswers(Jdbi database, IdempotencyStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
        this.writer = LongRun.start("kept-answers", this::run);
    }

    /** Certain if it says no. Until the last day's ids are loaded, it never says no. */
    boolean mayHave(UUID id) {
        return !loaded || seen.mayHave(id);
    }

    /**
     * @throws Problem 422 {@code idempotency-key-reused}
     */
    Optional<Answer> answerTo(KeyedRequest request) {
        return store.find(request.id()).flatMap(kept -> answer(request, kept));
    }

    private Optional<Answer> answer(KeyedRequest request, IdempotencyStore.Kept kept) {
        byte[] sealed = kept.sealed();
        if (sealed == null
                || kept.begunAt().plus(IdempotencyStore.KEPT).isBefore(clock.instant())) {
            return Optional.empty();
        }
        if (!kept.fingerprint().equals(request.fingerprint())) {
            throw KeyedRequest.reused();
        }
        return Optional.of(request.open(sealed));
    }

    /**
     * Never blocks: if the caller has had very many, or the database is far behind, the answer is
     * kept only in memory.
     */
    void keep(KeyedRequest request, Answer answer) {
        if (!budget.take(request.caller())) {
            return;
        }
        seen.add(request.id());
        Waiting waiting =
                new Waiting(
                        request.id(),
                        request.fingerprint(),
                        clock.instant().toEpochMilli(),
                        request.seal(answer));
        if (!queue.offer(waiting) && dropped.getAndIncrement() % QUEUED == 0) {
            LOG.warn("Answers to keyed requests are only kept in memory: the database is behind");
        }
    }

    void forgetOld() {
        seen.nextGeneration();
    }

    @Override
    public void close() {
        closing = true;
        // Wakes the writer. An interrupt would close the connection that it may be writing to.
        queue.offer(Waiting.NONE);
        writer.close();
    }

    private void run(Pulse pulse) {
        while (!closing && !loaded) {
            attempt(this::load);
        }
        while (!closing || !queue.isEmpty() || !batch.isEmpty()) {
            if (batch.isEmpty()) {
                fill();
            }
            if (!batch.isEmpty() && (attempt(() -> write(batch)) || closing)) {
                batch.clear();
                pulse.succeeded();
            }
        }
    }

    private void fill() {
        try {
            Waiting first = closing ? queue.poll() : queue.poll(1, TimeUnit.HOURS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
                batch.remove(Waiting.NONE);
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Throwable e) {
            // Even an Error: without this thread no answer would be kept until the next start.
            if (!closing) {
                LOG.warn("Cannot keep answers to keyed requests for now: {}", e.toString());
                pause();
            }
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void load() {
        Instant after = clock.instant().minus(IdempotencyStore.KEPT);
        // Only within a transaction does the driver fetch in batches instead of all at once.
        database.useTransaction(
                handle ->
                        handle.createQuery("SELECT id FROM edge.answer WHERE begun_at > :after")
                                .bind("after", IdempotencyStore.utc(after))
                                .setFetchSize(FETCHED)
                                .mapTo(UUID.class)
                                .useStream(ids -> ids.forEach(seen::add)));
        loaded = true;
    }

    private void write(List<Waiting> batch) {
        database.useTransaction(
                handle -> {
                    PreparedBatch insert =
                            handle.prepareBatch(
                                    """
                                    INSERT INTO edge.answer (id, fingerprint, begun_at, sealed)
                                    VALUES (:id, :fingerprint, :begun, :sealed)
                                    ON CONFLICT DO NOTHING
                                    """);
                    for (Waiting waiting : batch) {
                        insert.bind("id", waiting.id)
                                .bind("fingerprint", waiting.fingerprint)
                                .bind("begun", waiting.begun())
                                .bind("sealed", waiting.sealed)
                                .add();
                    }
                    insert.execute();
                });
    }

    @SuppressWarnings("ArrayRecordComponent") // sealed bytes, never compared
    private record Waiting(UUID id, UUID fingerprint, long atMillis, byte[] sealed) {

        static final Waiting NONE = new Waiting(new UUID(0, 0), new UUID(0, 0), 0, new byte[0]);

        java.time.OffsetDateTime begun() {
            return IdempotencyStore.utc(Instant.ofEpochMilli(atMillis));
        }
    }
}
