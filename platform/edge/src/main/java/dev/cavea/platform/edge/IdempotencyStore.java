package dev.cavea.platform.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Answers to keyed requests on PostgreSQL, kept for a day. Blocks: for virtual threads. The row is
 * there before the work starts, so of two requests at once one works and the other waits for it.
 */
public final class IdempotencyStore {

    public static final Duration KEPT = Duration.ofHours(24);

    /** A first request silent for this long died with its server. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_GLANCE = Duration.ofMillis(50);

    /** More than this many repeats of a request under way get 409 at once. */
    private static final int MOST_WAITING = 256;

    private static final int CLEANED_AT_ONCE = 10_000;

    private final Jdbi database;
    private final Clock clock;
    private final Life life;
    private final Duration patience;
    private final Map<UUID, Row> underWay = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final RowBudget budget = new RowBudget();

    public IdempotencyStore(Jdbi database, Clock clock, Life life) {
        this(database, clock, life, PATIENCE);
    }

    IdempotencyStore(Jdbi database, Clock clock, Life life, Duration patience) {
        this.database = database;
        this.clock = clock;
        this.life = life;
        this.patience = patience;
    }

    /**
     * @throws Problem 422 {@code idempotency-key-reused}; 409 {@code idempotency-in-progress} if
     *     the first request takes longer than two seconds, or very many already wait
     */
    public Turn begin(KeyedRequest request) {
        Turn turn = attempt(request, Duration.ZERO);
        if (turn != null) {
            return turn;
        }
        if (!waiting.tryAcquire()) {
            throw KeyedRequest.inProgress();
        }
        try {
            return await(request);
        } finally {
            waiting.release();
        }
    }

    private Turn await(KeyedRequest request) {
        long end = System.nanoTime() + patience.toNanos();
        Duration glance = FIRST_GLANCE;
        while (true) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive()) {
                throw KeyedRequest.inProgress();
            }
            Turn turn = attempt(request, left);
            if (turn != null) {
                return turn;
            }
            if (!underWay.containsKey(request.id())) {
                // On another server: ask at growing intervals.
                pause(glance.compareTo(left) < 0 ? glance : left);
                glance = glance.multipliedBy(2);
            }
        }
    }

    /**
     * Null if someone else is working on it, here for longer than our patience or on another
     * server.
     */
    private @Nullable Turn attempt(KeyedRequest request, Duration wait) {
        Row mine = new Row(request, now());
        Row other = underWay.putIfAbsent(request.id(), mine);
        if (other != null && other.isDead(mine.begunAt)) {
            other = underWay.replace(request.id(), other, mine) ? null : other;
        }
        if (other != null) {
            return other.answerTo(request, wait);
        }
        Turn turn = null;
        try {
            turn = take(request, mine);
        } finally {
            if (turn != mine) {
                // Whoever waits for this look has its answer, too, instead of looking in turn.
                mine.over(turn instanceof Turn.Replay(Answer answer) ? answer : null);
            }
        }
        return turn;
    }

    private @Nullable Turn take(KeyedRequest request, Row mine) {
        if (insert(request, mine.begunAt)) {
            return mine;
        }
        Optional<Kept> kept = find(request.id());
        return kept.isEmpty() ? null : turn(request, kept.get(), mine);
    }

    private @Nullable Turn turn(KeyedRequest request, Kept kept, Row mine) {
        Duration kin = kept.sealed == null ? LEASE : KEPT;
        boolean old = kept.begunAt.plus(kin).isBefore(mine.begunAt);
        if (!old && !kept.fingerprint.equals(request.fingerprint())) {
            throw KeyedRequest.reused();
        }
        if (old || (kept.sealed == null && isNobodysAnyMore(kept))) {
            return takeOver(request, kept.begunAt, mine.begunAt) ? mine : null;
        }
        return kept.sealed == null ? null : new Turn.Replay(request.open(kept.sealed));
    }

    /** Begun by a run that has ended, or by ours if its end could not be written. */
    private boolean isNobodysAnyMore(Kept kept) {
        UUID begunBy = kept.begunBy;
        return begunBy != null && (begunBy.equals(life.id()) || life.isLaterThan(begunBy));
    }

    /** Removes anything older than a day; true if there may be more. */
    public boolean clean() {
        return database.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                DELETE FROM edge.answer WHERE id IN (
                                                  SELECT id FROM edge.answer
                                                  WHERE begun_at < :before LIMIT :most)
                                                """)
                                        .bind("before", utc(now().minus(KEPT)))
                                        .bind("most", CLEANED_AT_ONCE)
                                        .execute())
                == CLEANED_AT_ONCE;
    }

    Optional<Kept> find(UUID id) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT fingerprint, begun_at, begun_by, sealed
                                        FROM edge.answer WHERE id = :id
                                        """)
                                .bind("id", id)
                                .map(
                                        (row, context) ->
                                                new Kept(
                                                        row.getObject("fingerprint", UUID.class),
                                                        row.getTimestamp("begun_at").toInstant(),
                                                        row.getObject("begun_by", UUID.class),
                                                        row.getBytes("sealed")))
                                .findOne());
    }

    private boolean insert(KeyedRequest request, Instant now) {
        return database.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO edge.answer
                                                  (id, fingerprint, begun_at, begun_by)
                                                VALUES (:id, :fingerprint, :now, :life)
                                                ON CONFLICT DO NOTHING
                                                """)
                                        .bind("life", life.id())
                                        .bind("id", request.id())
                                        .bind("fingerprint", request.fingerprint())
                                        .bind("now", utc(now))
                                        .execute())
                == 1;
    }

    private boolean takeOver(KeyedRequest request, Instant begun, Instant now) {
        return database.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                UPDATE edge.answer
                                                SET fingerprint = :fingerprint, begun_at = :now,
                                                    begun_by = :life, sealed = NULL
                                                WHERE id = :id AND begun_at = :begun
                                                """)
                                        .bind("life", life.id())
                                        .bind("fingerprint", request.fingerprint())
                                        .bind("now", utc(now))
                                        .bind("id", request.id())
                                        .bind("begun", utc(begun))
                                        .execute())
                == 1;
    }

    /** PostgreSQL keeps microseconds; a finer time would not be found again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void pause(Duration glance) {
        try {
            Thread.sleep(glance);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.overloaded("The server is stopping.", 1);
        }
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    @SuppressWarnings("ArrayRecordComponent") // sealed bytes, never compared
    record Kept(
            UUID fingerprint, Instant begunAt, @Nullable UUID begunBy, byte @Nullable [] sealed) {}

    /** The row that this request inserted, and no one else's, should the lease have run out. */
    private final class Row implements Turn.Mine {

        private final KeyedRequest request;
        private final Instant begunAt;
        private final CompletableFuture<Optional<Answer>> outcome = new CompletableFuture<>();

        Row(KeyedRequest request, Instant begunAt) {
            this.request = request;
            this.begunAt = begunAt;
        }

        boolean isDead(Instant now) {
            return begunAt.plus(LEASE).isBefore(now);
        }

        /** Its outcome, for whoever repeats it here in the meantime; null if unknown. */
        @Nullable Turn answerTo(KeyedRequest other, Duration wait) {
            if (!request.fingerprint().equals(other.fingerprint())) {
                throw KeyedRequest.reused();
            }
            try {
                return outcome.get(wait.toMillis(), TimeUnit.MILLISECONDS)
                        .map(Turn.Replay::new)
                        .orElse(null);
            } catch (TimeoutException | ExecutionException e) {
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Problems.overloaded("The server is stopping.", 1);
            }
        }

        @Override
        public void settle(Answer answer) {
            boolean refusal = answer.status() >= Answer.REFUSALS;
            if (!Answer.isFinal(answer.status()) || (refusal && !budget.take(request.caller()))) {
                abandon();
                return;
            }
            Answer settled = null;
            try {
                finish("UPDATE edge.answer SET sealed = :sealed", request.seal(answer));
                settled = answer;
            } finally {
                over(settled);
            }
        }

        @Override
        public void abandon() {
            try {
                finish("DELETE FROM edge.answer", null);
            } finally {
                over(null);
            }
        }

        private void over(@Nullable Answer settled) {
            underWay.remove(request.id(), this);
            outcome.complete(Optional.ofNullable(settled));
        }

        private void finish(String what, byte @Nullable [] sealed) {
            database.useHandle(
                    handle -> {
                        var update =
                                handle.createUpdate(what + " WHERE id = :id AND begun_at = :begun")
                                        .bind("id", request.id())
                                        .bind("begun", utc(begunAt));
                        (sealed == null ? update : update.bind("sealed", sealed)).execute();
                    });
        }
    }
}
