package dev.cavea.platform.tickets;

import java.util.List;

/**
 * What tickets are to be issued for.
 *
 * @param owner the account that may show them
 * @param places one per ticket, always in the same order for the same booking
 */
public record TicketOrder(
        long event, long booking, long owner, String holderName, List<TicketPlace> places) {

    public TicketOrder {
        places = List.copyOf(places);
    }
}
