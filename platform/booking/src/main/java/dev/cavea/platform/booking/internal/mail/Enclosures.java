package dev.cavea.platform.booking.internal.mail;

import dev.cavea.platform.accounts.LinkKeys;
import dev.cavea.platform.booking.PublicAddress;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.tickets.CalendarEntry;
import dev.cavea.platform.tickets.EventCard;
import dev.cavea.platform.tickets.Ticket;
import dev.cavea.platform.tickets.Tickets;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the letter with the tickets brings along: the link that opens them on any device, and the
 * calendar's file. Made when the letter leaves, so that no table holds a key.
 */
@Singleton
public final class Enclosures {

    private final PublicAddress address;
    private final LinkKeys keys;
    private final Tickets tickets;
    private final EventCard.Source events;
    private final Clock clock;

    public Enclosures(
            PublicAddress address,
            LinkKeys keys,
            Tickets tickets,
            EventCard.Source events,
            Clock clock) {
        this.address = address;
        this.keys = keys;
        this.tickets = tickets;
        this.events = events;
        this.clock = clock;
    }

    String link(long booking) {
        return address.url()
                + "/tickets/"
                + Ids.text(booking)
                + "?key="
                + keys.of(Tickets.LINK, booking);
    }

    /** Null before there are tickets, and where the event is not known any more. */
    public @Nullable String calendar(long booking) {
        List<Ticket> all = tickets.ofBooking(booking);
        EventCard event = all.isEmpty() ? null : events.of(all.getFirst().event());
        return event == null ? null : CalendarEntry.ofBooking(booking, all, event, clock.instant());
    }
}
