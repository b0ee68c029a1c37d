package dev.cavea.platform.tickets;

import java.time.Instant;

/**
 * A right to enter.
 *
 * @param serial its number within the booking, from 1
 * @param owner the account that may show it
 * @param version what its code must carry
 */
public record Ticket(
        long id,
        long event,
        long booking,
        int serial,
        long owner,
        String holderName,
        TicketPlace place,
        int version,
        Status status,
        Instant issuedAt) {

    /** Whether it still opens a gate. */
    public enum Status {
        VALID,
        VOID
    }
}
