package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the bookings of events that their organisers have cancelled: tickets go out of force and all
 * money goes back. A job on every server; of two that take the same booking, one wins.
 */
final class CalledOff {

    private static final Logger LOG = LoggerFactory.getLogger(CalledOff.class);
    private static final int AT_ONCE = 100;

    private final Jdbi database;
    private final Catalogue catalogue;
    private final Cancelling cancelling;

    CalledOff(Jdbi database, Catalogue catalogue, Cancelling cancelling) {
        this.database = database;
        this.catalogue = catalogue;
        this.cancelling = cancelling;
    }

    /** Goes once through all bookings that still stand; what is in progress has its turn later. */
    void giveBack() {
        List<Long> events =
                catalogue.allOnSale().stream()
                        .filter(EventOnSale::cancelled)
                        .map(EventOnSale::id)
                        .toList();
        if (events.isEmpty()) {
            return;
        }
        List<Long> some = standing(events, 0);
        while (!some.isEmpty()) {
            some.forEach(this::end);
            some = standing(events, some.getLast());
        }
    }

    private List<Long> standing(List<Long> events, long after) {
        return database.withHandle(handle -> OrderTable.standing(handle, events, after, AT_ONCE));
    }

    private void end(long booking) {
        try {
            cancelling.callOff(booking);
        } catch (Problem inProgress) {
            LOG.debug("Booking {} is not given back yet: {}", Ids.text(booking), inProgress.slug());
        }
    }
}
