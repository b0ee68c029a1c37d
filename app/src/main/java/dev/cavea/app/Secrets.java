package dev.cavea.app;

import dev.cavea.platform.accounts.TokenSecret;
import dev.cavea.platform.tickets.TicketKeys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** What signs: kept in the data folder, for this user's eyes only. */
@Singleton
public final class Secrets {

    @Produces
    @Singleton
    TokenSecret tokens() {
        Foundations foundations = Foundations.shared();
        String configured = foundations.settings().text(Setting.TOKEN_SECRET);
        return configured.isEmpty() ? TokenSecret.in(folder()) : TokenSecret.of(configured);
    }

    @Produces
    @Singleton
    TicketKeys tickets() {
        return TicketKeys.inFile(folder().resolve("ticket.key"));
    }

    private static Path folder() {
        return Foundations.shared().folder().path();
    }
}
