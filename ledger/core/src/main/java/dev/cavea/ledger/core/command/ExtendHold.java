package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.HoldId;

/** Gives the hold its full time again from now. */
public record ExtendHold(long house, HoldId hold, long buyer) implements Command {}
