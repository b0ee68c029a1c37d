package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.HoldId;

/** Adds to the time the hold has left. */
public record ExtendHold(long house, HoldId hold, long buyer) implements Command {}
