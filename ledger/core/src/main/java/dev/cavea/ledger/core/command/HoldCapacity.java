package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.HoldId;

/** Holds places in a general-admission area. */
public record HoldCapacity(long house, HoldId hold, long buyer, int channel, int area, int quantity)
        implements Command {}
