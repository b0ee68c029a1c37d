package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.HoldId;

/** The hold has a new end. */
public record HoldExtended(long house, HoldId hold, long expiresAtMillis) implements Event {}
