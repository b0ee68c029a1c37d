package dev.cavea.ledger.core.event;

import dev.cavea.ledger.core.house.Rules;

/** The house has new rules. */
public record RulesChanged(long house, Rules rules) implements Event {}
