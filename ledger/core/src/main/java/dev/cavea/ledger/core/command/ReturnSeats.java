package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;

/** Takes sold places back; channel 0 makes them free, another blocks them for it. */
public record ReturnSeats(long house, HoldId sale, int channel, Places places) implements Command {}
