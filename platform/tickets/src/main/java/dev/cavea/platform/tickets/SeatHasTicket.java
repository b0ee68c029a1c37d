package dev.cavea.platform.tickets;

/**
 * The second guard has tripped: a seat that is to get a ticket already has one in force. The ledger
 * should have made that impossible, so this must not be ignored.
 */
public final class SeatHasTicket extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long event;

    SeatHasTicket(long event, Throwable cause) {
        super("a seat of event " + event + " already has a valid ticket", cause);
        this.event = event;
    }

    public long event() {
        return event;
    }
}
