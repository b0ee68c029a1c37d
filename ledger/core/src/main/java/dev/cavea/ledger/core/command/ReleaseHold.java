package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.HoldId;

/** Gives the places back before the hold expires. Buyer 0 is the platform itself. */
public record ReleaseHold(long house, HoldId hold, long buyer) implements Command {}
