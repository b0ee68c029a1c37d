package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;

/** The places now belong to the buyer. */
public record HoldSold(long house, HoldId sale, long buyer, Places places) implements Event {}
