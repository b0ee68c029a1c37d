package dev.cavea.platform.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends mail. Throws if it was not accepted; it is then sent again. */
@FunctionalInterface
public interface Mailer {

    void send(Letter letter);

    /**
     * @param id the same if the letter is sent again
     * @param writtenAt likewise
     * @param calendar an iCalendar file to go with it; null for none
     */
    record Letter(
            long id,
            Instant writtenAt,
            String recipient,
            String subject,
            String body,
            @Nullable String calendar) {}
}
