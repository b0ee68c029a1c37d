package dev.cavea.platform.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Answers to keyed requests on PostgreSQL, kept for a day. Blocks: for virtual threads. The row is
 * there before the work starts, so of two requests at once one works and the other waits for it.
 */
public final class IdempotencyStore {

    public static final Duration KEPT = Duration.ofHours(24);

    /** A first request that says nothing for so long died with its server. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(25);
    private static final int CLEANED_AT_ONCE = 10_000;

    private final Jdbi database;
    private final Clock clock;

    public IdempotencyStore(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @throws Problem 422 {@code idempotency-key-reused}; 409 {@code idempotency-in-progress} when
     *     the first request takes longer than two seconds
     */
    public Turn begin(KeyedRequest request) {
        Instant patience = now().plus(PATIENCE);
        while (true) {
            Instant now = now();
            if (insert(request, now)) {
                return new Row(request, now);
            }
            Optional<Kept> kept = find(request.id());
            if (kept.isEmpty()) {
                continue;
            }
            Turn turn = turn(request, kept.get(), now);
            if (turn != null) {
                return turn;
            }
            if (now.isAfter(patience)) {
                throw KeyedRequest.inProgress();
            }
            pause();
        }
    }

    /** Null to look again. */
    private @Nullable Turn turn(KeyedRequest request, Kept kept, Instant now) {
        Duration kin = kept.sealed == null ? LEASE : KEPT;
        if (kept.begunAt.plus(kin).isBefore(now)) {
            return takeOver(request, kept.begunAt, now) ? new Row(request, now) : null;
        }
        if (!kept.fingerprint.equals(request.fingerprint())) {
            throw KeyedRequest.reused();
        }
        return kept.sealed == null ? null : new Turn.Replay(request.open(kept.sealed));
    }

    /** Removes what is older than a day; true when there may be more. */
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
                                        SELECT fingerprint, begun_at, sealed FROM edge.answer
                                        WHERE id = :id
                                        """)
                                .bind("id", id)
                                .map(
                                        (row, context) ->
                                                new Kept(
                                                        row.getObject("fingerprint", UUID.class),
                                                        row.getTimestamp("begun_at").toInstant(),
                                                        row.getBytes("sealed")))
                                .findOne());
    }

    private boolean insert(KeyedRequest request, Instant now) {
        return database.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO edge.answer (id, fingerprint, begun_at)
                                                VALUES (:id, :fingerprint, :now)
                                                ON CONFLICT DO NOTHING
                                                """)
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
                                                    sealed = NULL
                                                WHERE id = :id AND begun_at = :begun
                                                """)
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

    private static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.overloaded("The server is stopping.", 1);
        }
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    @SuppressWarnings("ArrayRecordComponent") // sealed bytes; nobody compares them
    record Kept(UUID fingerprint, Instant begunAt, byte @Nullable [] sealed) {}

    /** The row that this request put there; nobody else's, should the lease have passed. */
    private final class Row implements Turn.Mine {

        private final KeyedRequest request;
        private final OffsetDateTime begun;

        Row(KeyedRequest request, Instant begun) {
            this.request = request;
            this.begun = utc(begun);
        }

        @Override
        public void settle(Answer answer) {
            if (!Answer.isFinal(answer.status())) {
                abandon();
                return;
            }
            finish("UPDATE edge.answer SET sealed = :sealed", request.seal(answer));
        }

        @Override
        public void abandon() {
            finish("DELETE FROM edge.answer", null);
        }

        private void finish(String what, byte @Nullable [] sealed) {
            database.useHandle(
                    handle -> {
                        var update =
                                handle.createUpdate(what + " WHERE id = :id AND begun_at = :begun")
                                        .bind("id", request.id())
                                        .bind("begun", begun);
                        (sealed == null ? update : update.bind("sealed", sealed)).execute();
                    });
        }
    }
}
