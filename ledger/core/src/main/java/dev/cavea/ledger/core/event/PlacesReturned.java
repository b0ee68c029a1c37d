package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;

/** Sold places are free again, or blocked if the channel is not 0. */
public record PlacesReturned(long house, HoldId sale, int channel, Places places)
        implements Event {}
