package dev.cavea.platform.booking.internal.mail;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventNews;
import dev.cavea.platform.chores.Recurring;
import dev.cavea.platform.kernel.Ids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Letters that no booking writes itself. */
@Singleton
public class MailBeans {

    private static final Duration NEWS = Duration.ofSeconds(5);

    @Produces
    @Singleton
    Recurring lettersOfChanges(
            Jdbi database, EventNews news, Catalogue catalogue, Ids ids, Clock clock) {
        ChangeLetters letters = new ChangeLetters(database, news, catalogue, ids, clock);
        return new Recurring("letters-of-changes", NEWS, letters::tell);
    }
}
