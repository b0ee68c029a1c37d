package dev.cavea.platform.catalogue.internal.events;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The table {@code catalogue.telling}: a lease for each event of which the ledger is being told,
 * and the back-off of those that failed. No lock and no connection is held meanwhile.
 */
final class Tellings {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;
    private static final int LONGEST_FAILURE = 300;

    private final Jdbi database;

    Tellings(Jdbi database) {
        this.database = database;
    }

    /** An event that was tried in vain. */
    record Trouble(long event, int attempts, String failure) {}

    /** False when another one is telling, or when it failed and its pause is not over. */
    boolean take(long event, Instant now, Duration lease) {
        return database.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO catalogue.telling AS known
                                                  (event, until, attempts)
                                                SELECT id, :until, 0 FROM catalogue.event
                                                WHERE id = :event AND task IS NOT NULL
                                                ON CONFLICT (event) DO UPDATE SET until = :until
                                                WHERE known.until <= :now
                                                """)
                                        .bind("event", event)
                                        .bind("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                                        .bind("now", now.atOffset(ZoneOffset.UTC))
                                        .execute())
                == 1;
    }

    /** There is nothing left to tell. */
    static void done(Handle handle, long event) {
        handle.createUpdate("DELETE FROM catalogue.telling WHERE event = :event")
                .bind("event", event)
                .execute();
    }

    /** It is tried again after a pause that doubles with every attempt. */
    void failed(long event, Instant now, String failure) {
        database.useTransaction(
                handle -> {
                    int attempts =
                            handle.createQuery(
                                            """
                                            UPDATE catalogue.telling SET attempts = attempts + 1,
                                              failure = :failure
                                            WHERE event = :event RETURNING attempts
                                            """)
                                    .bind("event", event)
                                    .bind("failure", shortened(failure))
                                    .mapTo(Integer.class)
                                    .findOne()
                                    .orElse(1);
                    handle.createUpdate(
                                    """
                                    UPDATE catalogue.telling SET until = :until
                                    WHERE event = :event
                                    """)
                            .bind("event", event)
                            .bind("until", now.plus(pause(attempts)).atOffset(ZoneOffset.UTC))
                            .execute();
                });
    }

    /** Events that were tried at least so often. */
    List<Trouble> troubles(int attempts, int most) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT event, attempts, failure FROM catalogue.telling
                                        WHERE attempts >= :attempts ORDER BY attempts DESC
                                        LIMIT :most
                                        """)
                                .bind("attempts", attempts)
                                .bind("most", most)
                                .map(
                                        (row, context) ->
                                                new Trouble(
                                                        row.getLong("event"),
                                                        row.getInt("attempts"),
                                                        String.valueOf(row.getString("failure"))))
                                .list());
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(MOST_DOUBLINGS, attempts - 1));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static String shortened(String failure) {
        return failure.length() <= LONGEST_FAILURE
                ? failure
                : failure.substring(0, LONGEST_FAILURE);
    }
}
