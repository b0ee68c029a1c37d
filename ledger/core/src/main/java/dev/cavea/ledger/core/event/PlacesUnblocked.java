package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.Places;

/** Blocked places are free. */
public record PlacesUnblocked(long house, int channel, Places places) implements Event {}
