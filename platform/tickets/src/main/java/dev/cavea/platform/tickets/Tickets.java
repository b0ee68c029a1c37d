package dev.cavea.platform.tickets;

import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Issues tickets and takes them out of force. Blocks: for virtual threads. */
@Singleton
public final class Tickets {

    /** Of the keys in links that open a booking and its tickets. */
    public static final String LINK = "booking";

    private final Jdbi database;
    private final Ids ids;
    private final Clock clock;

    public Tickets(Jdbi database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Issues a booking's tickets within the caller's transaction; does nothing if they exist.
     *
     * @throws SeatHasTicket if a seat already has a ticket in force; the transaction is lost
     */
    public void issue(Handle handle, TicketOrder order) {
        if (!TicketTable.ofBooking(handle, order.booking()).isEmpty()) {
            return;
        }
        long[] drawn = new long[order.places().size()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = ids.next();
        }
        TicketTable.insert(handle, order, drawn, clock.instant());
    }

    /** Takes a booking's tickets out of force, within the caller's transaction. */
    public void voidAll(Handle handle, long booking) {
        TicketTable.voidAll(handle, booking, clock.instant());
    }

    /** How many tickets of each booking are in force; a booking without any is left out. */
    public Map<Long, PlacesInForce> inForce(Handle handle, List<Long> bookings) {
        return bookings.isEmpty() ? Map.of() : TicketTable.inForce(handle, bookings);
    }

    /** A booking's tickets, in order. */
    public List<Ticket> ofBooking(long booking) {
        return database.withHandle(handle -> TicketTable.ofBooking(handle, booking));
    }

    public Optional<Ticket> find(long id) {
        return database.withHandle(handle -> TicketTable.find(handle, id));
    }
}
