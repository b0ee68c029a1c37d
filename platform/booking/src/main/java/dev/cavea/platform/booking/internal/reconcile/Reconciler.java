package dev.cavea.platform.booking.internal.reconcile;

import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.tickets.PlacesInForce;
import dev.cavea.platform.tickets.Tickets;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what the ledger has sold with bookings and tickets. A sale whose booking is still under
 * way is nudged; whatever differs for longer than the saga could take is reported until it agrees.
 */
@Singleton
public final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    /** Within this time the saga gets there by itself. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** Whatever differs for this long will not heal by itself. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final int AT_ONCE = 500;

    private final Jdbi database;
    private final Tickets tickets;
    private final Clock clock;
    private volatile Set<String> differences = Set.of();

    public Reconciler(Jdbi database, Tickets tickets, Clock clock) {
        this.database = database;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** The differences, one line each; empty if everything agrees. */
    public Set<String> differences() {
        return differences;
    }

    /** Compares what has not been seen to agree yet. */
    public void compare() {
        Instant now = clock.instant();
        Set<String> found = new HashSet<>();
        database.useTransaction(handle -> nudge(handle, now));
        database.useTransaction(
                handle -> {
                    agree(handle, now);
                    found.addAll(salesWithoutTickets(handle, now));
                    found.addAll(ticketsWithoutSale(handle, now));
                });
        found.stream()
                .filter(difference -> !differences.contains(difference))
                .forEach(
                        difference ->
                                LOG.error(
                                        "LEDGER AND BOOKINGS DIFFER: {}. An operator must look.",
                                        difference));
        differences = Set.copyOf(found);
    }

    /** A sale agrees with a confirmed booking of its hold whose tickets are for the same places. */
    private void agree(Handle handle, Instant now) {
        List<Candidate> candidates = candidates(handle, now);
        Map<Long, PlacesInForce> inForce =
                tickets.inForce(handle, candidates.stream().map(Candidate::booking).toList());
        List<Long> agreed =
                candidates.stream()
                        .filter(c -> c.agrees(inForce.getOrDefault(c.booking, PlacesInForce.NONE)))
                        .map(Candidate::booking)
                        .toList();
        if (agreed.isEmpty()) {
            return;
        }
        handle.createUpdate(
                        """
                        WITH booking AS (
                            UPDATE booking.orders SET agreed_at = :now WHERE id IN (<agreed>)
                            RETURNING event, hold_high, hold_low)
                        UPDATE booking.ledger_sale sale SET agreed_at = :now FROM booking
                        WHERE sale.event = booking.event AND sale.hold_high = booking.hold_high
                            AND sale.hold_low = booking.hold_low
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindList("agreed", agreed)
                .execute();
    }

    /** Those never checked, then those waiting longest: each has its turn. */
    private static List<Candidate> candidates(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        WITH turn AS (
                            SELECT sale.event, sale.hold_high, sale.hold_low, orders.id
                            FROM booking.ledger_sale sale
                            JOIN booking.orders ON orders.event = sale.event
                                AND orders.hold_high = sale.hold_high
                                AND orders.hold_low = sale.hold_low
                            WHERE sale.agreed_at IS NULL
                                AND orders.status IN ('confirmed', 'partially_refunded')
                            ORDER BY sale.looked_at NULLS FIRST, sale.sold_at LIMIT :most
                            FOR UPDATE OF sale SKIP LOCKED)
                        UPDATE booking.ledger_sale sale SET looked_at = :now FROM turn
                        WHERE sale.event = turn.event AND sale.hold_high = turn.hold_high
                            AND sale.hold_low = turn.hold_low
                        RETURNING turn.id, sale.places, sale.seats
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", AT_ONCE)
                .map((row, _) -> candidate(row))
                .list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        Array seats = row.getArray("seats");
        return new Candidate(
                row.getLong("id"),
                row.getInt("places"),
                seats == null ? null : Set.of((Integer[]) seats.getArray()));
    }

    /**
     * @param seats null for places in an area, and for a sale of which only the number is known
     */
    private record Candidate(long booking, int places, @Nullable Set<Integer> seats) {

        boolean agrees(PlacesInForce tickets) {
            return places == tickets.count() && (seats == null || seats.equals(tickets.seats()));
        }
    }

    /** What a dead process left behind need not wait for its lease. */
    private static void nudge(Handle handle, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE booking.orders SET due_at = :now
                        FROM booking.ledger_sale sale
                        WHERE sale.agreed_at IS NULL AND sale.sold_at < :before
                            AND orders.event = sale.event AND orders.hold_high = sale.hold_high
                            AND orders.hold_low = sale.hold_low
                            AND orders.step IN ('sell', 'issue', 'give_back')
                            AND orders.due_at > :now
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("before", now.minus(GRACE).atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static List<String> salesWithoutTickets(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        SELECT event, hold_high, hold_low FROM booking.ledger_sale
                        WHERE agreed_at IS NULL AND sold_at < :before
                        ORDER BY sold_at LIMIT :most
                        """)
                .bind("before", now.minus(LIMIT).atOffset(ZoneOffset.UTC))
                .bind("most", AT_ONCE)
                .map(
                        (row, _) ->
                                "sale "
                                        + Long.toHexString(row.getLong("hold_high"))
                                        + Long.toHexString(row.getLong("hold_low"))
                                        + " of event "
                                        + Ids.text(row.getLong("event"))
                                        + " has no booking with its tickets")
                .list();
    }

    private static List<String> ticketsWithoutSale(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        SELECT id FROM booking.orders
                        WHERE status = 'confirmed' AND agreed_at IS NULL AND ended_at < :before
                        ORDER BY id LIMIT :most
                        """)
                .bind("before", now.minus(LIMIT).atOffset(ZoneOffset.UTC))
                .bind("most", AT_ONCE)
                .map(
                        (row, _) ->
                                "booking "
                                        + Ids.text(row.getLong("id"))
                                        + " is confirmed, but the ledger did not sell it")
                .list();
    }
}
