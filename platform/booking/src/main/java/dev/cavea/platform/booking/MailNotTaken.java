package dev.cavea.platform.booking;

/** A letter was not accepted; it may be offered again. */
public final class MailNotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MailNotTaken(String message, Throwable cause) {
        super(message, cause);
    }
}
