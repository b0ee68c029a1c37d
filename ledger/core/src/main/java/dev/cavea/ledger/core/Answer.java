package dev.cavea.ledger.core;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;

/** What the ledger says to a command. */
public sealed interface Answer {

    /**
     * To the three holding commands and to ExtendHold.
     *
     * @param position of the last event that the command caused
     */
    record Held(HoldId hold, Places places, long expiresAtMillis, long position)
            implements Answer {}

    /**
     * To all other commands that were accepted.
     *
     * @param position of the last event that the command caused, or of the last event at all when
     *     it caused none because what it asks for was so already
     */
    record Done(long position) implements Answer {}

    /**
     * @param seats the seats that stand in the way, where the reason is about seats
     */
    record Rejected(Rejection reason, Seats seats) implements Answer {}
}
