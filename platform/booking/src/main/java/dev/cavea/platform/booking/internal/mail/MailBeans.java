package dev.cavea.platform.booking.internal.mail;

import dev.cavea.platform.accounts.LinkKeys;
import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.PublicAddress;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventNews;
import dev.cavea.platform.chores.Recurring;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.tickets.EventCard;
import dev.cavea.platform.tickets.Tickets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * How letters leave, and those that no booking writes itself; a {@link Mailer} and a {@link
 * PublicAddress} come from the whole.
 */
@Singleton
public class MailBeans {

    private static final Duration NEWS = Duration.ofSeconds(15);

    @Produces
    @Singleton
    Enclosures enclosures(
            PublicAddress address,
            LinkKeys keys,
            Tickets tickets,
            EventCard.Source events,
            Clock clock) {
        return new Enclosures(address, keys, tickets, events, clock);
    }

    @Produces
    @Singleton
    Posting posting(Mailer mailer, Enclosures enclosures) {
        return new Posting(mailer, enclosures);
    }

    @Produces
    @Singleton
    Recurring lettersOfChanges(
            Jdbi database, EventNews news, Catalogue catalogue, Ids ids, Clock clock) {
        ChangeLetters letters = new ChangeLetters(database, news, catalogue, ids, clock);
        return new Recurring("letters-of-changes", NEWS, letters::tell);
    }
}
