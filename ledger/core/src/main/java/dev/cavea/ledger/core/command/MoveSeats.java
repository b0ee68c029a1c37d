package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Seats;

/**
 * Exchanges seats of a sale for free ones, all or none; {@code from} and {@code to} have the same
 * length.
 */
public record MoveSeats(long house, HoldId sale, Seats from, Seats to) implements Command {}
