package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;

/** The hold's time was over; as released. */
public record HoldExpired(long house, HoldId hold, Places places) implements Event {}
