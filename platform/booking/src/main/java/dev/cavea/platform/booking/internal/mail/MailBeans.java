package dev.cavea.platform.booking.internal.mail;

import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.PublicAddress;
import dev.cavea.platform.chores.Recurring;
import dev.cavea.platform.kernel.Troubles;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How letters leave, and those that no booking writes itself; a {@link Mailer} and a {@link
 * PublicAddress} come from the whole.
 */
@Singleton
public class MailBeans {

    private static final Duration NEWS = Duration.ofSeconds(15);

    @Produces
    @Singleton
    Posting posting(Mailer mailer, Enclosures enclosures) {
        return new Posting(mailer, enclosures);
    }

    @Produces
    @Singleton
    Troubles unsent(Outbox outbox) {
        return outbox::troubles;
    }

    @Produces
    @Singleton
    Recurring lettersOfChanges(ChangeLetters letters) {
        return new Recurring("letters-of-changes", NEWS, letters::tell);
    }
}
