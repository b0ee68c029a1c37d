package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.PricedPlace;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.tickets.TicketPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What a booking is for, place by place. */
final class OrderLines {

    private static final String SELECT =
            """
            SELECT line.*, orders.currency FROM booking.order_line line
            JOIN booking.orders ON orders.id = line.booking
            """;

    private OrderLines() {}

    static void insert(Handle handle, long booking, List<PricedPlace> lines) {
        PreparedBatch batch =
                handle.prepareBatch(
                        """
                        INSERT INTO booking.order_line (booking, line, seat, seat_id, section,
                            seat_row, seat_number, zone, face_minor, fee_minor)
                        VALUES (:booking, :line, :seat, :seatId, :section, :row, :number, :zone,
                            :face, :fee)
                        """);
        for (int i = 0; i < lines.size(); i++) {
            PricedPlace line = lines.get(i);
            TicketPlace place = line.place();
            batch.bind("booking", booking)
                    .bind("line", i + 1)
                    .bind("seat", place.seat())
                    .bind("seatId", place.seatId())
                    .bind("section", place.section())
                    .bind("row", place.row())
                    .bind("number", place.number())
                    .bind("zone", place.zone())
                    .bind("face", line.price().amountMinor())
                    .bind("fee", line.fee().amountMinor())
                    .add();
        }
        batch.execute();
    }

    static List<PricedPlace> of(Handle handle, long booking) {
        return handle.createQuery(SELECT + "WHERE line.booking = :booking ORDER BY line.line")
                .bind("booking", booking)
                .map((row, _) -> line(row))
                .list();
    }

    /** The same bookings with their lines. */
    static List<Order> fill(Handle handle, List<Order> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<PricedPlace>> lines = new HashMap<>();
        handle.createQuery(SELECT + "WHERE line.booking IN (<ids>) ORDER BY line.line")
                .bindList("ids", bare.stream().map(Order::id).toList())
                .map((row, _) -> Map.entry(row.getLong("booking"), line(row)))
                .forEach(
                        entry ->
                                lines.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                                        .add(entry.getValue()));
        return bare.stream()
                .map(order -> order.with(lines.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private static PricedPlace line(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new PricedPlace(
                new TicketPlace(
                        row.getObject("seat", Integer.class),
                        row.getString("seat_id"),
                        row.getString("section"),
                        row.getString("seat_row"),
                        row.getString("seat_number"),
                        row.getString("zone")),
                new Money(row.getLong("face_minor"), currency),
                new Money(row.getLong("fee_minor"), currency));
    }
}
