package dev.cavea.app;

import dev.cavea.platform.tickets.TicketKeys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What signs: from the configuration, or kept in the data folder for this user's eyes only. */
@Singleton
public final class Secrets {

    @Produces
    @Singleton
    TicketKeys tickets() {
        Foundations foundations = Foundations.shared();
        return foundations
                .settings()
                .ticketKeys()
                .orElseGet(() -> TicketKeys.in(foundations.folder().path()));
    }
}
