package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Seats;

/** Seats of a sale were exchanged. */
public record SeatsMoved(long house, HoldId sale, Seats from, Seats to) implements Event {}
