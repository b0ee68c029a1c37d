package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.HoldId;

/** A payment is in flight: the hold does not end before this log time. 0: the pin is lifted. */
public record HoldPinned(long house, HoldId hold, long pinnedUntilMillis) implements Event {}
