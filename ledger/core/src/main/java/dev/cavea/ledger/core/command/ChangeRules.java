package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.Rules;

/** Sets new rules; existing holds keep their time. */
public record ChangeRules(long house, Rules rules) implements Command {}
