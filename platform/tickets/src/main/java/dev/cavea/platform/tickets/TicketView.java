package dev.cavea.platform.tickets;

import dev.cavea.platform.kernel.Ids;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is shown to its owner.
 *
 * @param seat the seat's public id; null for a place in an area
 * @param code the signed text that the gate reads; null once the ticket is void
 * @param qr where to get the code as a picture
 */
public record TicketView(
        String id,
        String bookingId,
        String eventId,
        int serial,
        @Nullable String seat,
        String section,
        @Nullable String row,
        @Nullable String number,
        String zone,
        String holder,
        String status,
        @Nullable String code,
        @Nullable String qr,
        String calendar) {

    public static TicketView of(Ticket ticket, TicketKeys keys) {
        boolean valid = ticket.status() == Ticket.Status.VALID;
        String path = "/api/v1/tickets/" + Ids.text(ticket.id());
        TicketPlace place = ticket.place();
        return new TicketView(
                Ids.text(ticket.id()),
                Ids.text(ticket.booking()),
                Ids.text(ticket.event()),
                ticket.serial(),
                place.seatId(),
                place.section(),
                place.row(),
                place.number(),
                place.zone(),
                ticket.holderName(),
                ticket.status().name().toLowerCase(Locale.ROOT),
                valid ? keys.code(ticket) : null,
                valid ? path + ".svg" : null,
                path + ".ics");
    }
}
