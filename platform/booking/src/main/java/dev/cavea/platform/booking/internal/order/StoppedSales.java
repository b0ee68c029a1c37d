package dev.cavea.platform.booking.internal.order;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Events whose sale stands still because the second guard has tripped. Nothing of them is held or
 * sold until an operator has looked and lets it go on.
 */
public final class StoppedSales implements LongPredicate {

    private final Jdbi database;
    private volatile Set<Long> events = Set.of();

    public StoppedSales(Jdbi database) {
        this.database = database;
    }

    public boolean contains(long event) {
        return events.contains(event);
    }

    @Override
    public boolean test(long event) {
        return contains(event);
    }

    public Set<Long> events() {
        return events;
    }

    /** Reads what this or another process has stopped. */
    public void refresh() {
        List<Long> stored =
                database.withHandle(
                        handle ->
                                handle.createQuery("SELECT event FROM booking.stopped_sale")
                                        .mapTo(Long.class)
                                        .list());
        events = Set.copyOf(stored);
    }

    static void stop(Handle handle, Order order, String reason, Instant now) {
        handle.execute(
                """
                INSERT INTO booking.stopped_sale (event, booking, reason, stopped_at)
                VALUES (?, ?, ?, ?) ON CONFLICT (event) DO NOTHING
                """,
                order.event(),
                order.id(),
                reason,
                OrderTable.utc(now));
    }

    /**
     * An operator has looked.
     *
     * @return false when it was not stopped
     */
    public boolean resume(long event) {
        int rows =
                database.withHandle(
                        handle ->
                                handle.execute(
                                        "DELETE FROM booking.stopped_sale WHERE event = ?", event));
        refresh();
        return rows > 0;
    }
}
