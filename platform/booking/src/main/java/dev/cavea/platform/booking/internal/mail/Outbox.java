package dev.cavea.platform.booking.internal.mail;

import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.internal.order.Order;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.kernel.Drain;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters to be sent. Each is sent at least once; a crash in between may send it again. None is
 * given up.
 */
@Singleton
public final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int AT_ONCE = 4;
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final int TROUBLE_AFTER = 5;

    private final Jdbi database;
    private final Catalogue catalogue;
    private final Posting posting;
    private final Ids ids;
    private final Clock clock;
    private volatile @Nullable Drain drain;
    private volatile List<String> troubles = List.of();

    public Outbox(Jdbi database, Catalogue catalogue, Posting posting, Ids ids, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.posting = posting;
        this.ids = ids;
        this.clock = clock;
    }

    /** Within the transaction that confirms the booking. */
    public void confirmed(Handle handle, Order order) {
        put(handle, order, Letters.confirmed(order, occasion(order)), true);
    }

    /** Within the transaction that ends the refund. */
    public void refunded(Handle handle, Order order) {
        EventOnSale event = catalogue.onSale(order.event());
        put(
                handle,
                order,
                event != null && event.cancelled()
                        ? Letters.calledOff(order, event.occasion())
                        : Letters.refunded(order, occasion(order)),
                false);
    }

    /** Within the transaction that ends a booking that cost nothing. */
    public void cancelled(Handle handle, Order order) {
        EventOnSale event = catalogue.onSale(order.event());
        boolean calledOff = event != null && event.cancelled();
        put(
                handle,
                order,
                Letters.cancelled(order, event == null ? "your event" : event.name(), calledOff),
                false);
    }

    private @Nullable Occasion occasion(Order order) {
        EventOnSale event = catalogue.onSale(order.event());
        return event == null ? null : event.occasion();
    }

    /**
     * @param enclosed whether the link to the tickets and the calendar's file go with it
     */
    private void put(Handle handle, Order order, Letters.Text text, boolean enclosed) {
        Instant now = clock.instant();
        handle.createUpdate(
                        """
                        INSERT INTO booking.outbox (id, booking, recipient, subject, body,
                            created_at, send_at, enclosed)
                        VALUES (:id, :booking, :recipient, :subject, :body, :now, :now,
                            :enclosed)
                        """)
                .bind("id", ids.next())
                .bind("booking", order.id())
                .bind("recipient", order.email())
                .bind("subject", text.subject())
                .bind("body", text.body())
                .bind("enclosed", enclosed)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        handle.afterCommit(this::wake);
    }

    /** Sends letters as soon as they are committed, several at once, until the outbox is empty. */
    public synchronized void start() {
        drain = Drain.start("letters", AT_ONCE, LOOK, new Due(), clock);
    }

    /**
     * Sends what is due, right here and now; whatever the mailer does not accept is sent again
     * later.
     */
    public void sendDue() {
        Due letters = new Due();
        List<Long> some = letters.take(AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(id -> attempt(letters, id));
            some = letters.take(AT_ONCE);
        }
    }

    private static void attempt(Due letters, long id) {
        try {
            letters.work(id);
        } catch (RuntimeException e) {
            letters.failed(id, e);
        }
    }

    private void wake() {
        Drain running = drain;
        if (running != null) {
            running.soon();
        }
    }

    @Override
    public synchronized void close() {
        if (drain != null) {
            drain.close();
        }
    }

    /** Letters that are not accepted, however often they are sent. */
    public List<String> troubles() {
        return troubles;
    }

    private static List<String> stuck(Handle handle) {
        int letters =
                handle.createQuery(
                                """
                                SELECT count(*) FROM booking.outbox
                                WHERE send_at IS NOT NULL AND attempts >= :often
                                """)
                        .bind("often", TROUBLE_AFTER)
                        .mapTo(Integer.class)
                        .one();
        return letters == 0
                ? List.of()
                : List.of(
                        letters
                                + (letters == 1 ? " letter has" : " letters have")
                                + " failed to be sent at least "
                                + TROUBLE_AFTER
                                + " times");
    }

    private final class Due implements Drain.Source {

        /**
         * Each attempt is recorded before it is made, with a pause that is longer than the mailer
         * can take: a letter that crashes the process does so once an hour at most.
         */
        @Override
        public List<Long> take(int most) {
            return database.inTransaction(
                    handle ->
                            handle.createQuery(
                                            """
                                            WITH taken AS MATERIALIZED (
                                                SELECT id FROM booking.outbox
                                                WHERE send_at <= :now ORDER BY send_at
                                                LIMIT :atOnce FOR UPDATE SKIP LOCKED)
                                            UPDATE booking.outbox SET
                                                attempts = attempts + 1,
                                                send_at = CAST(:now AS timestamptz)
                                                    + least(3600,
                                                        120 * power(2, least(attempts, 5)))
                                                    * interval '1 second'
                                            FROM taken WHERE outbox.id = taken.id
                                            RETURNING outbox.id
                                            """)
                                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                                    .bind("atOnce", most)
                                    .mapTo(Long.class)
                                    .list());
        }

        @Override
        public void work(long id) {
            Mailer.Letter letter = database.withHandle(handle -> letter(handle, id));
            posting.mailer().send(letter);
            database.useHandle(
                    handle ->
                            handle.execute(
                                    "UPDATE booking.outbox SET send_at = NULL WHERE id = ?", id));
        }

        @Override
        public void failed(long id, Throwable cause) {
            LOG.warn("Letter {} was not accepted and will be sent again", Ids.text(id), cause);
        }

        @Override
        public @Nullable Instant nextDue() {
            troubles = database.withHandle(Outbox::stuck);
            return database.withHandle(
                            handle ->
                                    handle.createQuery(
                                                    """
                                                    SELECT min(send_at) FROM booking.outbox
                                                    WHERE send_at IS NOT NULL
                                                    """)
                                            .mapTo(OffsetDateTime.class)
                                            .findOne())
                    .map(OffsetDateTime::toInstant)
                    .orElse(null);
        }

        private Mailer.Letter letter(Handle handle, long id) {
            return handle.createQuery(
                            """
                            SELECT id, booking, created_at, recipient, subject, body, enclosed
                            FROM booking.outbox
                            WHERE id = :id
                            """)
                    .bind("id", id)
                    .map((row, _) -> letter(row))
                    .one();
        }

        private Mailer.Letter letter(ResultSet row) throws SQLException {
            long booking = row.getLong("booking");
            boolean enclosed = row.getBoolean("enclosed");
            String body = row.getString("body");
            Enclosures enclosures = posting.enclosures();
            return new Mailer.Letter(
                    row.getLong("id"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getString("recipient"),
                    row.getString("subject"),
                    enclosed ? Letters.withLink(body, enclosures.link(booking)) : body,
                    enclosed ? enclosures.calendar(booking) : null);
        }
    }
}
