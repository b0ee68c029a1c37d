package dev.cavea.platform.booking.internal.reconcile;

import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.PlacesReturned;
import dev.cavea.ledger.core.event.SeatsMoved;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.storage.FeedPositions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Records the ledger's sales as its feed reports them, with the feed's position in the same
 * transaction. Most of a feed is holds; a batch without a sale only moves the position, now and
 * then.
 */
public final class SaleLog {

    private static final String CONSUMER = "booking.sales";
    private static final long KEEP_EVERY_MILLIS = 5_000;

    private final Jdbi database;
    private long stored;
    private long storedAtLogTime;

    public SaleLog(Jdbi database) {
        this.database = database;
    }

    /** Position up to which all sales are recorded. */
    public long position() {
        stored = database.withHandle(handle -> FeedPositions.of(handle, CONSUMER));
        return stored;
    }

    /** Takes consecutive entries, on the feed's thread. */
    public void accept(List<FeedEntry> entries) {
        FeedEntry last = entries.getLast();
        List<FeedEntry> sales = entries.stream().filter(entry -> isSale(entry.event())).toList();
        if (sales.isEmpty() && last.logTimeMillis() - storedAtLogTime < KEEP_EVERY_MILLIS) {
            return;
        }
        database.useTransaction(
                handle -> {
                    sales.forEach(entry -> write(handle, entry));
                    FeedPositions.advance(handle, CONSUMER, stored, last.position());
                });
        stored = last.position();
        storedAtLogTime = last.logTimeMillis();
    }

    private static boolean isSale(Event event) {
        return event instanceof HoldSold
                || event instanceof PlacesReturned
                || event instanceof SeatsMoved;
    }

    private static void write(Handle handle, FeedEntry entry) {
        if (entry.event() instanceof HoldSold sold) {
            sold(handle, sold, entry.logTimeMillis());
        } else if (entry.event() instanceof PlacesReturned back) {
            returned(handle, back);
        } else if (entry.event() instanceof SeatsMoved moved) {
            moved(handle, moved);
        }
    }

    private static void sold(Handle handle, HoldSold sold, long atMillis) {
        handle.createUpdate(
                        """
                        INSERT INTO booking.ledger_sale (event, hold_high, hold_low, buyer, places,
                            seats, sold_at)
                        VALUES (:event, :high, :low, :buyer, :places, CAST(:seats AS int[]),
                            :soldAt)
                        ON CONFLICT (event, hold_high, hold_low) DO NOTHING
                        """)
                .bind("event", sold.house())
                .bind("high", sold.sale().high())
                .bind("low", sold.sale().low())
                .bind("buyer", sold.buyer())
                .bind("places", sold.places().count())
                .bind("seats", seats(sold.places()))
                .bind("soldAt", Instant.ofEpochMilli(atMillis).atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** A sale with nothing left is forgotten, as the ledger does. */
    private static void returned(Handle handle, PlacesReturned back) {
        HoldId sale = back.sale();
        compareAgain(handle, back.house(), sale);
        handle.createUpdate(
                        """
                        UPDATE booking.ledger_sale SET places = places - :places,
                            seats = CASE WHEN seats IS NOT NULL THEN array(
                                SELECT unnest(seats)
                                EXCEPT SELECT unnest(CAST(:seats AS int[]))) END
                        WHERE event = :event AND hold_high = :high AND hold_low = :low
                        """)
                .bind("places", back.places().count())
                .bind("seats", seats(back.places()))
                .bind("event", back.house())
                .bind("high", sale.high())
                .bind("low", sale.low())
                .execute();
        handle.execute(
                """
                DELETE FROM booking.ledger_sale
                WHERE event = ? AND hold_high = ? AND hold_low = ? AND places <= 0
                """,
                back.house(),
                sale.high(),
                sale.low());
    }

    private static void moved(Handle handle, SeatsMoved moved) {
        compareAgain(handle, moved.house(), moved.sale());
        handle.createUpdate(
                        """
                        UPDATE booking.ledger_sale SET
                            seats = CASE WHEN seats IS NOT NULL THEN array(
                                (SELECT unnest(seats)
                                    EXCEPT SELECT unnest(CAST(:gone AS int[])))
                                UNION SELECT unnest(CAST(:came AS int[]))) END
                        WHERE event = :event AND hold_high = :high AND hold_low = :low
                        """)
                .bind("gone", seats(moved.from()))
                .bind("came", seats(moved.to()))
                .bind("event", moved.house())
                .bind("high", moved.sale().high())
                .bind("low", moved.sale().low())
                .execute();
    }

    /** The sale first, as the reconciler: two that lock in turn never wait for each other. */
    private static void compareAgain(Handle handle, long event, HoldId sale) {
        for (String table : List.of("ledger_sale", "orders")) {
            handle.execute(
                    "UPDATE booking."
                            + table
                            + " SET agreed_at = NULL"
                            + " WHERE event = ? AND hold_high = ? AND hold_low = ?",
                    event,
                    sale.high(),
                    sale.low());
        }
    }

    /** As PostgreSQL writes an array; null for places in an area. */
    private static @Nullable String seats(Places places) {
        return places instanceof Places.Seated(var seats) ? seats(seats) : null;
    }

    private static String seats(Seats seats) {
        return IntStream.range(0, seats.count())
                .mapToObj(i -> Integer.toString(seats.get(i)))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
