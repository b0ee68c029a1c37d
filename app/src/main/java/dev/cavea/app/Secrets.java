package dev.cavea.app;

import dev.cavea.platform.tickets.TicketKeys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What signs: kept in the data folder, for this user's eyes only. */
@Singleton
public final class Secrets {

    @Produces
    @Singleton
    TicketKeys tickets() {
        return TicketKeys.inFile(Foundations.shared().folder().path().resolve("ticket.key"));
    }
}
