package dev.cavea.platform.tickets;

import dev.cavea.platform.kernel.Ids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/**
 * The module's parts, made once; they need a {@link Jdbi}, a {@link Clock}, {@link Ids}, {@link
 * TicketKeys} and an {@link EventCard.Source} from the application.
 */
@Singleton
public class TicketsBeans {

    @Produces
    @Singleton
    Tickets tickets(Jdbi database, Ids ids, Clock clock) {
        return new Tickets(database, ids, clock);
    }
}
