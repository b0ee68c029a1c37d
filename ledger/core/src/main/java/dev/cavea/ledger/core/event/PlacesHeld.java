package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;

/** The places are the buyer's until the hold ends. */
public record PlacesHeld(
        long house, HoldId hold, long buyer, int channel, Places places, long expiresAtMillis)
        implements Event {}
