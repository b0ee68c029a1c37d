package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;

/** The places were given back; those that a channel had blocked are blocked again. */
public record HoldReleased(long house, HoldId hold, Places places) implements Event {}
