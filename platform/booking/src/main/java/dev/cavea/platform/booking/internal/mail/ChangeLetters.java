package dev.cavea.platform.booking.internal.mail;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventNews;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes to ticket holders when their event moves: one letter each per change, however many
 * bookings they have. A crash in between loses none and repeats none: a letter belongs to one
 * change and one recipient, and the change is handed out again until all are written.
 */
@Singleton
public final class ChangeLetters {

    private static final int CHANGES = 20;
    private static final int ORDERS = 500;

    private final Jdbi database;
    private final EventNews news;
    private final Catalogue catalogue;
    private final Ids ids;
    private final Clock clock;

    public ChangeLetters(Jdbi database, EventNews news, Catalogue catalogue, Ids ids, Clock clock) {
        this.database = database;
        this.news = news;
        this.catalogue = catalogue;
        this.ids = ids;
        this.clock = clock;
    }

    /** A confirmed booking that may have to be told. */
    private record Buyer(long booking, String email, String name) {}

    /** Tells whoever has not been told. */
    public void tell() {
        for (EventNews.Change change : news.untold(CHANGES)) {
            EventOnSale event = catalogue.onSale(change.event());
            // Buyers of an event that has since been cancelled hear that, not where it moved.
            if (event != null && !event.cancelled()) {
                tell(change, event.name());
            }
            news.told(change.id());
        }
    }

    private void tell(EventNews.Change change, String event) {
        List<Buyer> some = List.of();
        do {
            long after = some.isEmpty() ? 0 : some.getLast().booking;
            some =
                    database.inTransaction(
                            handle -> {
                                List<Buyer> next = buyers(handle, change, after);
                                write(handle, change, event, next);
                                return next;
                            });
        } while (some.size() == ORDERS);
    }

    private static List<Buyer> buyers(Handle handle, EventNews.Change change, long after) {
        return handle.createQuery(
                        """
                        SELECT id, buyer_email, buyer_name FROM booking.orders
                        WHERE event = :event AND id > :after AND created_at < :at
                          AND status IN ('confirmed', 'partially_refunded')
                        ORDER BY id LIMIT :orders
                        """)
                .bind("event", change.event())
                .bind("after", after)
                .bind("at", change.at().atOffset(ZoneOffset.UTC))
                .bind("orders", ORDERS)
                .map(
                        (row, _) ->
                                new Buyer(
                                        row.getLong("id"),
                                        row.getString("buyer_email"),
                                        row.getString("buyer_name")))
                .list();
    }

    private void write(Handle handle, EventNews.Change change, String event, List<Buyer> buyers) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO booking.outbox (id, booking, recipient, subject, body,
                            created_at, send_at, change)
                        VALUES (:id, :booking, :recipient, :subject, :body, :now, :now, :change)
                        ON CONFLICT (change, recipient) DO NOTHING
                        """);
        for (Buyer buyer : buyers) {
            Letters.Text text = Letters.changed(buyer.name, event, change);
            batch.bind("id", ids.next())
                    .bind("booking", buyer.booking)
                    .bind("recipient", buyer.email)
                    .bind("subject", text.subject())
                    .bind("body", text.body())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("change", change.id())
                    .add();
        }
        batch.execute();
    }
}
