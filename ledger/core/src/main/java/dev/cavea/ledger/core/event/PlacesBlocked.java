package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.Places;

/** Places are set aside for a channel. */
public record PlacesBlocked(long house, int channel, Places places) implements Event {}
