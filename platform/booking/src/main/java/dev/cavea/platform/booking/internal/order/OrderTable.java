package dev.cavea.platform.booking.internal.order;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.PricedPlace;
import dev.cavea.platform.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of bookings. */
public final class OrderTable {

    private OrderTable() {}

    /** Records a new booking with its lines; the job leaves it alone until then. */
    static void insert(Handle handle, Order order, Instant dueAt) {
        handle.createUpdate(
                        """
                        INSERT INTO booking.orders (id, event, organiser, buyer, buyer_email,
                            buyer_name, hold_high, hold_low, area, quantity, currency, face_minor,
                            fee_minor, payment, status, step, due_at, created_at)
                        VALUES (:id, :event, :organiser, :buyer, :email, :name, :high, :low, :area,
                            :quantity, :currency, :face, :fee, :payment, :status, :step, :due,
                            :created)
                        """)
                .bind("id", order.id())
                .bind("event", order.event())
                .bind("organiser", order.organiser())
                .bind("buyer", order.buyer())
                .bind("email", order.email())
                .bind("name", order.name())
                .bind("high", order.hold().high())
                .bind("low", order.hold().low())
                .bind("area", order.area())
                .bind("quantity", order.quantity())
                .bind("currency", order.face().currency())
                .bind("face", order.face().amountMinor())
                .bind("fee", order.fee().amountMinor())
                .bind("payment", order.payment())
                .bind("status", order.status().word())
                .bind("step", order.step().column())
                .bind("due", utc(dueAt))
                .bind("created", utc(order.createdAt()))
                .execute();
        OrderLines.insert(handle, order.id(), order.lines());
    }

    public static Optional<Order> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM booking.orders WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> order(row, OrderLines.of(handle, id)))
                .findOne();
    }

    /** A booking's state, without its lines. */
    static Optional<Stand> stand(Handle handle, long id) {
        return stands(handle, List.of(id)).stream().findFirst();
    }

    /** The state of those of these bookings that exist. */
    static List<Stand> stands(Handle handle, List<Long> ids) {
        return handle.createQuery(
                        "SELECT id, event, step, status FROM booking.orders WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .map(
                        (row, _) ->
                                new Stand(
                                        row.getLong("id"),
                                        row.getLong("event"),
                                        Step.of(row.getString("step")),
                                        OrderStatus.of(row.getString("status"))))
                .list();
    }

    /**
     * Money has come for a booking that had given up on it: it continues at once. False if it is
     * waiting for the money, or has accounted for it.
     */
    static boolean paidAfterAll(Handle handle, long id, Instant now) {
        return handle.createUpdate(
                                """
                                UPDATE booking.orders SET version = version + 1, due_at = :now,
                                    step = CASE step WHEN 'unpin' THEN 'sell'
                                        ELSE 'await_late_payment' END
                                WHERE id = :id AND refund IS NULL
                                    AND (step IN ('unpin', 'await_late_payment')
                                        OR (step = 'done' AND status IN
                                            ('expired', 'cancelled', 'payment_failed')))
                                """)
                        .bind("id", id)
                        .bind("now", utc(now))
                        .execute()
                == 1;
    }

    /** The booking that pays, or has paid, for this hold. */
    static Optional<Long> liveFor(Handle handle, long buyer, HoldId hold) {
        return handle.createQuery(
                        """
                        SELECT id FROM booking.orders
                        WHERE hold_high = :high AND hold_low = :low AND buyer = :buyer
                            AND status IN ('pending_payment', 'confirmed')
                        """)
                .bind("high", hold.high())
                .bind("low", hold.low())
                .bind("buyer", buyer)
                .mapTo(Long.class)
                .findOne();
    }

    /** Payments of other bookings for the same hold: none of them was paid. */
    static List<Long> otherPayments(Handle handle, Order order) {
        return handle.createQuery(
                        """
                        SELECT payment FROM booking.orders
                        WHERE hold_high = :high AND hold_low = :low AND id <> :id
                        """)
                .bind("high", order.hold().high())
                .bind("low", order.hold().low())
                .bind("id", order.id())
                .mapTo(Long.class)
                .list();
    }

    /** False if someone else has changed the booking since it was read. */
    static boolean move(Handle handle, Order from, Move to, Due due) {
        HoldId hold = to.hold() == null ? from.hold() : to.hold();
        Long refund = to.refund() == null ? from.refund() : to.refund();
        return handle.createUpdate(
                                """
                                UPDATE booking.orders SET step = :step, status = :status,
                                    version = version + 1, due_at = :due,
                                    tries = 0, failure = NULL,
                                    pay_until = coalesce(:payUntil, pay_until),
                                    hold_high = :high, hold_low = :low, attempt = :attempt,
                                    refund = :refund,
                                    ended_at = CASE WHEN :ended THEN :now ELSE ended_at END
                                WHERE id = :id AND version = :version
                                """)
                        .bind("step", to.step().column())
                        .bind("status", to.status().word())
                        .bind("due", utc(due.at()))
                        .bind("payUntil", utc(to.payUntil()))
                        .bind("high", hold.high())
                        .bind("low", hold.low())
                        .bind("attempt", from.attempt() + (to.hold() == null ? 0 : 1))
                        .bind("refund", refund)
                        .bind("ended", to.step() == Step.DONE)
                        .bind("now", utc(due.now()))
                        .bind("id", from.id())
                        .bind("version", from.version())
                        .execute()
                == 1;
    }

    /** Bookings of these buyers, newest first, before this id. */
    static List<Order> ofBuyers(Handle handle, List<Long> buyers, long before, int most) {
        return page(handle, "buyer", buyers, before, most);
    }

    /** Bookings of this event, newest first, before this id. */
    static List<Order> ofEvent(Handle handle, long event, long before, int most) {
        return page(handle, "event", List.of(event), before, most);
    }

    /** Remaining bookings of this event, oldest first, after this id. */
    static List<Long> standing(Handle handle, long event, long after, int most) {
        return handle.createQuery(
                        """
                        SELECT id FROM booking.orders
                        WHERE event = :event AND id > :after
                            AND status IN ('pending_payment', 'confirmed')
                        ORDER BY id LIMIT :most
                        """)
                .bind("event", event)
                .bind("after", after)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    private static List<Order> page(
            Handle handle, String column, List<Long> values, long before, int most) {
        List<Order> bare =
                handle.createQuery(
                                "SELECT * FROM booking.orders WHERE "
                                        + column
                                        + " = ANY(:values) AND id < :before"
                                        + " ORDER BY id DESC LIMIT :most")
                        .registerArrayType(Long.class, "bigint")
                        .bindArray("values", Long.class, values)
                        .bind("before", before)
                        .bind("most", most)
                        .map((row, _) -> order(row, List.of()))
                        .list();
        return OrderLines.fill(handle, bare);
    }

    private static Order order(ResultSet row, List<PricedPlace> lines) throws SQLException {
        String currency = row.getString("currency");
        return new Order(
                row.getLong("id"),
                row.getLong("event"),
                row.getLong("organiser"),
                row.getLong("buyer"),
                row.getString("buyer_email"),
                row.getString("buyer_name"),
                new HoldId(row.getLong("hold_high"), row.getLong("hold_low")),
                row.getInt("attempt"),
                row.getObject("area", Integer.class),
                row.getInt("quantity"),
                new Money(row.getLong("face_minor"), currency),
                new Money(row.getLong("fee_minor"), currency),
                row.getLong("payment"),
                row.getObject("refund", Long.class),
                OrderStatus.of(row.getString("status")),
                Step.of(row.getString("step")),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("pay_until")),
                lines);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** How far a booking has come. */
    record Stand(long id, long event, Step step, OrderStatus status) {}

    /**
     * @param at when the job picks the row up, or null for never
     */
    record Due(Instant now, @Nullable Instant at) {}
}
