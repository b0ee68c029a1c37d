package dev.cavea.platform.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The rows of tickets. */
final class TicketTable {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String GUARD = "one_ticket_in_force_per_seat";

    private TicketTable() {}

    static void insert(Handle handle, TicketOrder order, long[] ids, Instant now) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO tickets.ticket (id, event, booking, serial, owner,
                            holder_name, seat, seat_id, section, seat_row, seat_number, zone,
                            status, issued_at)
                        VALUES (:id, :event, :booking, :serial, :owner, :holder, :seat, :seatId,
                            :section, :row, :number, :zone, 'valid', :now)
                        """);
        for (int i = 0; i < ids.length; i++) {
            TicketPlace place = order.places().get(i);
            batch.bind("id", ids[i])
                    .bind("event", order.event())
                    .bind("booking", order.booking())
                    .bind("serial", i + 1)
                    .bind("owner", order.owner())
                    .bind("holder", order.holderName())
                    .bind("seat", place.seat())
                    .bind("seatId", place.seatId())
                    .bind("section", place.section())
                    .bind("row", place.row())
                    .bind("number", place.number())
                    .bind("zone", place.zone())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .add();
        }
        try {
            batch.execute();
        } catch (UnableToExecuteStatementException e) {
            if (isGuard(e)) {
                throw new SeatHasTicket(order.event(), e);
            }
            throw e;
        }
    }

    private static boolean isGuard(UnableToExecuteStatementException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                // A batch hides the server's own words behind its exception.
                SQLException said = sql.getNextException() == null ? sql : sql.getNextException();
                return UNIQUE_VIOLATION.equals(said.getSQLState())
                        && String.valueOf(said.getMessage()).contains(GUARD);
            }
        }
        return false;
    }

    static List<Ticket> ofBooking(Handle handle, long booking) {
        return handle.createQuery(
                        "SELECT * FROM tickets.ticket WHERE booking = :booking ORDER BY serial")
                .bind("booking", booking)
                .map((row, _) -> ticket(row))
                .list();
    }

    static Map<Long, PlacesInForce> inForce(Handle handle, List<Long> bookings) {
        return handle.createQuery(
                        """
                        SELECT booking, seat FROM tickets.ticket
                        WHERE booking IN (<bookings>) AND status <> 'void'
                        """)
                .bindList("bookings", bookings)
                .map(
                        (row, _) ->
                                Map.entry(
                                        row.getLong("booking"),
                                        PlacesInForce.of(row.getObject("seat", Integer.class))))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, PlacesInForce::plus));
    }

    static Optional<Ticket> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM tickets.ticket WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> ticket(row))
                .findOne();
    }

    static void voidAll(Handle handle, long booking, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE tickets.ticket
                        SET status = 'void', version = version + 1, voided_at = :now
                        WHERE booking = :booking AND status = 'valid'
                        """)
                .bind("booking", booking)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                row.getLong("id"),
                row.getLong("event"),
                row.getLong("booking"),
                row.getInt("serial"),
                row.getLong("owner"),
                row.getString("holder_name"),
                new TicketPlace(
                        row.getObject("seat", Integer.class),
                        row.getString("seat_id"),
                        row.getString("section"),
                        row.getString("seat_row"),
                        row.getString("seat_number"),
                        row.getString("zone")),
                row.getInt("version"),
                Ticket.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getTimestamp("issued_at").toInstant());
    }
}
