package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.HoldId;

/** Turns a hold into a sale with the same id. */
public record SellHold(long house, HoldId hold) implements Command {}
