package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.Places;

/** Sets free places aside for a channel. */
public record BlockSeats(long house, int channel, Places places) implements Command {}
