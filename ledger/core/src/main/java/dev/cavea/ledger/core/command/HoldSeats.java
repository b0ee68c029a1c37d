package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Seats;

/** Holds exactly these seats, all or none. */
public record HoldSeats(long house, HoldId hold, long buyer, int channel, Seats seats)
        implements Command {}
