package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Events whose sale is stopped because the second guard tripped. None of their seats is held or
 * sold until an operator has looked and resumes the sale.
 */
@Singleton
public final class StoppedSales implements LongPredicate {

    private final Jdbi database;
    private final Audit audit;

    /** Stopped here, and not yet seen in the table. */
    private final Set<Long> stopping = new HashSet<>();

    private volatile Set<Long> events = Set.of();

    public StoppedSales(Jdbi database, Audit audit) {
        this.database = database;
        this.audit = audit;
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
    public synchronized void refresh() {
        Set<Long> stored =
                database.withHandle(
                        handle ->
                                handle.createQuery("SELECT event FROM booking.stopped_sale")
                                        .mapTo(Long.class)
                                        .set());
        stopping.removeAll(stored);
        publish(stored);
    }

    /** From here on nothing of the event is held in this process, even before the row is there. */
    void stop(Handle handle, Order order, String reason, Instant now) {
        synchronized (this) {
            stopping.add(order.event());
            publish(events);
        }
        int first =
                handle.execute(
                        """
                INSERT INTO booking.stopped_sale (event, booking, reason, stopped_at)
                VALUES (?, ?, ?, ?) ON CONFLICT (event) DO NOTHING
                """,
                        order.event(),
                        order.id(),
                        reason,
                        OrderTable.utc(now));
        if (first == 1) {
            audit.record(
                    handle,
                    AuditEntry.of(Act.SALE_STOPPED, "event", order.event())
                            .with("booking", Ids.text(order.id()))
                            .with("reason", reason));
        }
    }

    private void publish(Set<Long> stored) {
        Set<Long> all = new HashSet<>(stored);
        all.addAll(stopping);
        events = Set.copyOf(all);
    }

    /**
     * An operator has looked.
     *
     * @param noted in the same transaction
     * @return false if it was not stopped
     */
    public boolean resume(long event, Consumer<Handle> noted) {
        int rows =
                database.inTransaction(
                        handle -> {
                            int gone =
                                    handle.execute(
                                            "DELETE FROM booking.stopped_sale WHERE event = ?",
                                            event);
                            if (gone > 0) {
                                noted.accept(handle);
                            }
                            return gone;
                        });
        synchronized (this) {
            stopping.remove(event);
        }
        refresh();
        return rows > 0;
    }
}
