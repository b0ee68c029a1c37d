package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Wish;

/** Holds the best seats that fit the wish. */
public record HoldBest(long house, HoldId hold, long buyer, int channel, Wish wish)
        implements Command {}
