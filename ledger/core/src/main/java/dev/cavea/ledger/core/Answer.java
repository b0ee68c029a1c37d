package dev.cavea.ledger.core;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;

/** The ledger's answer to a command. */
public sealed interface Answer {

    /**
     * Answers the three holding commands and ExtendHold.
     *
     * @param position of the last event that the command caused
     */
    record Held(HoldId hold, Places places, long expiresAtMillis, long position)
            implements Answer {}

    /**
     * Answers every other command that was accepted.
     *
     * @param position of the last event that the command caused, or of the ledger's last event if
     *     it caused none because what it asks for was already the case
     */
    record Done(long position) implements Answer {}

    /**
     * @param seats the seats that are in the way, if the reason is about seats
     */
    record Rejected(Rejection reason, Seats seats) implements Answer {}
}
