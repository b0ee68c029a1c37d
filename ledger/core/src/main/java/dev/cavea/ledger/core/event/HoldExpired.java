package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;

/** The hold's time ran out; its places go back as if it had been released. */
public record HoldExpired(long house, HoldId hold, Places places) implements Event {}
