package dev.cavea.platform.booking;

import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Problem;

/** The outcome of asking for a hold. */
public sealed interface HoldOutcome {

    /** The places are the buyer's until the hold ends. */
    record Granted(LiveHold hold) implements HoldOutcome {}

    /**
     * Others were quicker: 409 {@code seats-taken}. Separate because it is the typical answer
     * during an on-sale.
     */
    record SeatsTaken(EventOnSale event, Seats taken) implements HoldOutcome {}

    /** Anything else that was wrong. */
    record Refused(Problem problem) implements HoldOutcome {}
}
