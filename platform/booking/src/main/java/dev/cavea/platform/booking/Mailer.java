package dev.cavea.platform.booking;

/** Sends mail. Throws when it was not taken; it then comes again. */
@FunctionalInterface
public interface Mailer {

    void send(Letter letter);

    /**
     * @param id the same when the letter comes again
     */
    record Letter(long id, String recipient, String subject, String body) {}
}
