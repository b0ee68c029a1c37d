package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.HoldId;

/**
 * Keeps a hold alive while its payment is in flight, at least for the grace period; a grace of 0
 * lifts the pin, and the hold's own time applies again.
 */
public record PinHold(long house, HoldId hold, long graceMillis) implements Command {

    public static final long MAX_GRACE_MILLIS = 60 * 60 * 1000;
}
