package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the bookings of events that their organisers have cancelled: tickets become void and all
 * money goes back. Many at a time, because a stadium with a slow provider would take hours;
 * bounded, so that others can buy meanwhile. Once nothing has been left for longer than a payment
 * may take, the event is done for good and not checked again.
 */
@Singleton
final class CalledOff {

    private static final Logger LOG = LoggerFactory.getLogger(CalledOff.class);
    private static final int AT_ONCE = 8;
    private static final int PAGE = 200;

    /** Longer than a payment that began before the cancelling can take to become a booking. */
    private static final Duration SETTLED = Duration.ofMinutes(30);

    /** Then another chore has its turn; this one goes on where it was. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private final Map<Long, Long> reached = new ConcurrentHashMap<>();
    private final Jdbi database;
    private final Catalogue catalogue;
    private final Cancelling cancelling;
    private final Clock clock;

    CalledOff(Jdbi database, Catalogue catalogue, Cancelling cancelling, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.cancelling = cancelling;
        this.clock = clock;
    }

    /** Events that are cancelled, from memory. */
    List<Long> cancelled() {
        return catalogue.allOnSale().stream()
                .filter(EventOnSale::cancelled)
                .map(EventOnSale::id)
                .toList();
    }

    /**
     * Goes for some time through the remaining bookings of a cancelled event, and continues there
     * the next time; those in progress have their turn later.
     *
     * @return whether nothing is left to do, now or later
     */
    boolean giveBack(long event) {
        if (isOver(event)) {
            return true;
        }
        Instant now = clock.instant();
        Instant until = now.plus(TURN);
        long from = reached.getOrDefault(event, 0L);
        List<Long> some = standing(event, from);
        boolean empty = from == 0 && some.isEmpty();
        while (!some.isEmpty() && clock.instant().isBefore(until)) {
            end(some);
            reached.put(event, some.getLast());
            some = standing(event, some.getLast());
        }
        if (some.isEmpty()) {
            reached.remove(event);
        }
        note(event, empty, now);
        return false;
    }

    /** Nothing has been left for so long that nothing will come any more. */
    boolean isOver(long event) {
        return emptySince(event).isBefore(clock.instant().minus(SETTLED));
    }

    private List<Long> standing(long event, long after) {
        return database.withHandle(handle -> OrderTable.standing(handle, event, after, PAGE));
    }

    private void end(List<Long> some) {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long booking : some) {
                places.acquireUninterruptibly();
                workers.execute(
                        () -> {
                            try {
                                end(booking);
                            } finally {
                                places.release();
                            }
                        });
            }
        }
    }

    /** One that fails has its turn again, and holds up no other. */
    private void end(long booking) {
        try {
            cancelling.callOff(booking);
        } catch (Problem inProgress) {
            LOG.debug(
                    "Booking {} has not been called off yet: {}",
                    Ids.text(booking),
                    inProgress.slug());
        } catch (RuntimeException e) {
            LOG.warn("Booking {} will be called off later", Ids.text(booking), e);
        }
    }

    private Instant emptySince(long event) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT empty_since FROM booking.called_off
                                        WHERE event = :event
                                        """)
                                .bind("event", event)
                                .mapTo(Instant.class)
                                .findOne()
                                .orElse(Instant.MAX));
    }

    private void note(long event, boolean empty, Instant now) {
        database.useHandle(
                handle ->
                        handle.createUpdate(
                                        empty
                                                ? """
                                                INSERT INTO booking.called_off (event, empty_since)
                                                VALUES (:event, :now) ON CONFLICT DO NOTHING
                                                """
                                                : """
                                                DELETE FROM booking.called_off
                                                WHERE event = :event AND empty_since <= :now
                                                """)
                                .bind("event", event)
                                .bind("now", OrderTable.utc(now))
                                .execute());
    }
}
