package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.Places;

/** Frees places that are blocked for the channel. */
public record UnblockSeats(long house, int channel, Places places) implements Command {}
