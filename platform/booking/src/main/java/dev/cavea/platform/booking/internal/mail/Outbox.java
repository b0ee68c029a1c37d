package dev.cavea.platform.booking.internal.mail;

import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.internal.order.Order;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Letters to be sent. Each is sent at least once; a crash in between may send it again. */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int AT_ONCE = 20;
    private static final int MOST_ATTEMPTS = 20;

    private final Jdbi database;
    private final Catalogue catalogue;
    private final Mailer mailer;
    private final Ids ids;
    private final Clock clock;

    public Outbox(Jdbi database, Catalogue catalogue, Mailer mailer, Ids ids, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.mailer = mailer;
        this.ids = ids;
        this.clock = clock;
    }

    /** Within the transaction that confirms the booking. */
    public void confirmed(Handle handle, Order order) {
        EventOnSale event = catalogue.onSale(order.event());
        put(
                handle,
                order,
                Letters.confirmed(order, nameOf(order), event == null ? null : event.occasion()));
    }

    /** Within the transaction that ends the refund. */
    public void refunded(Handle handle, Order order) {
        EventOnSale event = catalogue.onSale(order.event());
        put(
                handle,
                order,
                event != null && event.cancelled()
                        ? Letters.calledOff(order, event.name())
                        : Letters.refunded(order, nameOf(order)));
    }

    private String nameOf(Order order) {
        EventOnSale event = catalogue.onSale(order.event());
        return event == null ? "your event" : event.name();
    }

    private void put(Handle handle, Order order, Letters.Text text) {
        Instant now = clock.instant();
        handle.createUpdate(
                        """
                        INSERT INTO booking.outbox (id, booking, recipient, subject, body,
                            created_at, send_at)
                        VALUES (:id, :booking, :recipient, :subject, :body, :now, :now)
                        """)
                .bind("id", ids.next())
                .bind("booking", order.id())
                .bind("recipient", order.email())
                .bind("subject", text.subject())
                .bind("body", text.body())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Sends what is due; what the mailer does not take comes again, later each time. */
    public void sendDue() {
        List<Mailer.Letter> due =
                database.inTransaction(
                        handle ->
                                handle.createQuery(
                                                """
                                                UPDATE booking.outbox SET
                                                    attempts = attempts + 1,
                                                    send_at = CASE WHEN attempts >= :most
                                                        THEN NULL
                                                        ELSE CAST(:now AS timestamptz)
                                                            + least(3600, 10 * power(2, attempts))
                                                            * interval '1 second' END
                                                WHERE id IN (
                                                    SELECT id FROM booking.outbox
                                                    WHERE send_at <= :now ORDER BY send_at
                                                    LIMIT :atOnce FOR UPDATE SKIP LOCKED)
                                                RETURNING id, recipient, subject, body
                                                """)
                                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                                        .bind("most", MOST_ATTEMPTS)
                                        .bind("atOnce", AT_ONCE)
                                        .map(
                                                (row, _) ->
                                                        new Mailer.Letter(
                                                                row.getLong("id"),
                                                                row.getString("recipient"),
                                                                row.getString("subject"),
                                                                row.getString("body")))
                                        .list());
        due.forEach(this::send);
    }

    private void send(Mailer.Letter letter) {
        try {
            mailer.send(letter);
            database.useHandle(
                    handle ->
                            handle.execute(
                                    "UPDATE booking.outbox SET send_at = NULL WHERE id = ?",
                                    letter.id()));
        } catch (RuntimeException e) {
            LOG.warn("Letter {} was not taken and comes again", Ids.text(letter.id()), e);
        }
    }
}
