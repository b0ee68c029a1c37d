package dev.cavea.platform.booking.internal.report;

import dev.cavea.platform.booking.internal.report.SalesSummary.EventSales;
import dev.cavea.platform.booking.internal.report.SalesSummary.Totals;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Counts seats as the ledger has them and bookings as they are. Blocks. */
@Singleton
public final class SalesReport {

    private final Jdbi database;
    private final Catalogue catalogue;
    private final SeatCounts seats;

    public SalesReport(Jdbi database, Catalogue catalogue, SeatCounts seats) {
        this.database = database;
        this.catalogue = catalogue;
        this.seats = seats;
    }

    /** For the visible events, the next one first. */
    public SalesSummary of(Predicate<EventOnSale> visible) {
        List<EventOnSale> events =
                catalogue.allOnSale().stream()
                        .filter(visible)
                        .sorted(
                                Comparator.comparingLong(EventOnSale::startsAtMillis)
                                        .thenComparingLong(EventOnSale::id))
                        .toList();
        Map<Long, Orders> orders = orders(events);
        Map<Long, SeatCounts.Counts> counts = seats.all();
        List<EventSales> sales =
                events.stream()
                        .map(
                                event ->
                                        sales(
                                                event,
                                                counts.getOrDefault(
                                                        event.id(), SeatCounts.Counts.NONE),
                                                orders.getOrDefault(event.id(), Orders.NONE)))
                        .toList();
        return new SalesSummary(sales, totals(sales));
    }

    private static EventSales sales(EventOnSale event, SeatCounts.Counts counts, Orders orders) {
        return new EventSales(
                Ids.text(event.id()),
                event.name(),
                counts.free() + counts.held() + counts.sold() + counts.blocked(),
                counts.free(),
                counts.held(),
                counts.sold(),
                counts.blocked(),
                orders.confirmed,
                orders.pending,
                orders.failed,
                orders.cancelled,
                orders.revenue);
    }

    private static Totals totals(List<EventSales> sales) {
        return new Totals(
                sum(sales, EventSales::capacity),
                sum(sales, EventSales::free),
                sum(sales, EventSales::held),
                sum(sales, EventSales::sold),
                sum(sales, EventSales::blocked),
                sum(sales, EventSales::orders),
                sum(sales, EventSales::pending),
                sum(sales, EventSales::failed),
                sum(sales, EventSales::cancelled),
                Money.sums(sales.stream().flatMap(event -> event.revenue().stream())));
    }

    private static int sum(List<EventSales> sales, ToIntFunction<EventSales> column) {
        return sales.stream().mapToInt(column).sum();
    }

    private Map<Long, Orders> orders(List<EventOnSale> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        Map<Long, Orders> orders = new HashMap<>();
        database.useHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT event, currency,
                                            count(*) FILTER (WHERE status = 'confirmed')
                                                AS confirmed,
                                            count(*) FILTER (WHERE status = 'pending_payment')
                                                AS pending,
                                            count(*) FILTER (WHERE status
                                                IN ('payment_failed', 'expired')) AS failed,
                                            count(*) FILTER (WHERE status
                                                IN ('cancelled', 'refunded')) AS cancelled,
                                            coalesce(sum(face_minor + fee_minor)
                                                FILTER (WHERE status = 'confirmed'), 0) AS revenue
                                        FROM booking.orders WHERE event IN (<events>)
                                        GROUP BY event, currency
                                        """)
                                .bindList("events", events.stream().map(EventOnSale::id).toList())
                                .map(
                                        (row, _) ->
                                                orders.merge(
                                                        row.getLong("event"),
                                                        Orders.read(row),
                                                        Orders::plus))
                                .list());
        return orders;
    }

    /** Of one event, or of one currency of it. */
    private record Orders(
            int confirmed, int pending, int failed, int cancelled, List<Money> revenue) {

        static final Orders NONE = new Orders(0, 0, 0, 0, List.of());

        static Orders read(ResultSet row) throws SQLException {
            return new Orders(
                    row.getInt("confirmed"),
                    row.getInt("pending"),
                    row.getInt("failed"),
                    row.getInt("cancelled"),
                    List.of(new Money(row.getLong("revenue"), row.getString("currency"))));
        }

        Orders plus(Orders other) {
            return new Orders(
                    confirmed + other.confirmed,
                    pending + other.pending,
                    failed + other.failed,
                    cancelled + other.cancelled,
                    Money.sums(Stream.concat(revenue.stream(), other.revenue.stream())));
        }
    }
}
