package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.internal.order.DueRows.Lane;
import dev.cavea.platform.kernel.Drain;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Timer;
import dev.cavea.platform.kernel.Troubles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Picks up bookings that are due: waits that are over, and whatever a dead process left behind.
 * Their own rows say when, so that a step and its due time are one write; see the decision on
 * chores.
 */
final class DueOrders implements Troubles, AutoCloseable {

    private static final int WORK_AT_ONCE = 32;
    private static final int QUESTIONS_AT_ONCE = 16;
    private static final Duration LOOK_FOR_WORK = Duration.ofSeconds(20);
    private static final Duration LOOK_FOR_QUESTIONS = Duration.ofSeconds(30);
    private static final Duration TROUBLES = Duration.ofSeconds(30);
    private static final int SHOWN = 20;

    private final Jdbi database;
    private final LongConsumer advance;
    private final Clock clock;
    private final Duration lease;
    private final Map<Lane, Drain> drains = new EnumMap<>(Lane.class);
    private volatile List<String> troubles = List.of();
    private @Nullable Timer looking;

    DueOrders(Jdbi database, LongConsumer advance, Clock clock, Duration lease) {
        this.database = database;
        this.advance = advance;
        this.clock = clock;
        this.lease = lease;
    }

    synchronized void start() {
        drains.put(
                Lane.WORK,
                Drain.start(
                        "bookings-due", WORK_AT_ONCE, LOOK_FOR_WORK, new Rows(Lane.WORK), clock));
        drains.put(
                Lane.QUESTIONS,
                Drain.start(
                        "payments-awaited",
                        QUESTIONS_AT_ONCE,
                        LOOK_FOR_QUESTIONS,
                        new Rows(Lane.QUESTIONS),
                        clock));
        looking = Timer.every(TROUBLES, "bookings-that-fail", this::look);
    }

    /** A booking of this process is due then. */
    void at(Step step, Instant due) {
        Drain drain = drains.get(Lane.of(step));
        if (drain != null) {
            drain.at(due);
        }
    }

    /** Goes once through everything due, and returns once all of it had its turn. */
    void runDue() {
        for (Lane lane : Lane.values()) {
            Rows rows = new Rows(lane);
            List<Long> due = rows.take(WORK_AT_ONCE);
            while (!due.isEmpty()) {
                try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
                    due.forEach(id -> workers.execute(() -> attempt(rows, id)));
                }
                due = rows.take(WORK_AT_ONCE);
            }
        }
    }

    private static void attempt(Rows rows, long id) {
        try {
            rows.work(id);
        } catch (RuntimeException e) {
            rows.failed(id, e);
        }
    }

    private void look() {
        troubles =
                database.withHandle(handle -> DueRows.troubles(handle, SHOWN)).stream()
                        .map(
                                one ->
                                        "booking %s keeps failing at step %s, %d times so far: %s"
                                                .formatted(
                                                        Ids.text(one.booking()),
                                                        one.step(),
                                                        one.tries(),
                                                        one.failure()))
                        .toList();
    }

    @Override
    public List<String> list() {
        return troubles;
    }

    @Override
    public synchronized void close() {
        if (looking != null) {
            looking.close();
        }
        drains.values().forEach(Drain::close);
    }

    private final class Rows implements Drain.Source {

        private final Lane lane;

        Rows(Lane lane) {
            this.lane = lane;
        }

        @Override
        public List<Long> take(int most) {
            Instant now = clock.instant();
            return database.inTransaction(handle -> DueRows.take(handle, lane, now, lease, most));
        }

        @Override
        public void work(long id) {
            advance.accept(id);
        }

        @Override
        public void failed(long id, Throwable cause) {
            database.useHandle(handle -> DueRows.failed(handle, id, clock.instant(), cause));
        }

        @Override
        public @Nullable Instant nextDue() {
            return database.withHandle(handle -> DueRows.next(handle, lane)).orElse(null);
        }
    }
}
