package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Rules;

/** A house was opened with all its seats free. */
public record HouseOpened(long house, Layout layout, Rules rules) implements Event {}
