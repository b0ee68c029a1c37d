package dev.cavea.platform.booking;

import java.time.Instant;

/** Sends mail. Throws when it was not taken; it then comes again. */
@FunctionalInterface
public interface Mailer {

    void send(Letter letter);

    /**
     * @param id the same when the letter comes again
     * @param writtenAt likewise
     */
    record Letter(long id, Instant writtenAt, String recipient, String subject, String body) {}
}
