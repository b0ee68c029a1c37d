package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.Places;

/** Keeps free places for a channel. */
public record BlockSeats(long house, int channel, Places places) implements Command {}
