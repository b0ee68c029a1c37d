package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Rules;

/** Opens a house for an event with all its seats free. */
public record OpenHouse(long house, Layout layout, Rules rules) implements Command {}
