package dev.cavea.platform.booking.internal.report;

import dev.cavea.platform.booking.internal.report.SalesSummary.EventSales;
import dev.cavea.platform.booking.internal.report.SalesSummary.Totals;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Counts seats as the ledger has them and bookings as they stand. Blocks. */
public final class SalesReport {

    private final Jdbi database;
    private final Catalogue catalogue;
    private final SeatCounts seats;

    public SalesReport(Jdbi database, Catalogue catalogue, SeatCounts seats) {
        this.database = database;
        this.catalogue = catalogue;
        this.seats = seats;
    }

    /** Of the events that are to be seen, the next first. */
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
        String currency = event.zonePrices().getFirst().currency();
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
                new Money(orders.revenueMinor, currency));
    }

    private static Totals totals(List<EventSales> sales) {
        Map<String, Long> revenue = new TreeMap<>();
        for (EventSales event : sales) {
            revenue.merge(
                    event.revenue().currency(), event.revenue().amountMinor(), Math::addExact);
        }
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
                revenue.entrySet().stream()
                        .map(entry -> new Money(entry.getValue(), entry.getKey()))
                        .toList());
    }

    private static int sum(List<EventSales> sales, ToIntFunction<EventSales> column) {
        return sales.stream().mapToInt(column).sum();
    }

    private Map<Long, Orders> orders(List<EventOnSale> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT event,
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
                                        GROUP BY event
                                        """)
                                .bindList("events", events.stream().map(EventOnSale::id).toList())
                                .map(
                                        (row, _) ->
                                                Map.entry(
                                                        row.getLong("event"),
                                                        new Orders(
                                                                row.getInt("confirmed"),
                                                                row.getInt("pending"),
                                                                row.getInt("failed"),
                                                                row.getInt("cancelled"),
                                                                row.getLong("revenue"))))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private record Orders(
            int confirmed, int pending, int failed, int cancelled, long revenueMinor) {
        static final Orders NONE = new Orders(0, 0, 0, 0, 0);
    }
}
