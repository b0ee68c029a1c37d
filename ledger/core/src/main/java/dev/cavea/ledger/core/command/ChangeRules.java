package dev.cavea.ledger.core.command;

import dev.cavea.ledger.core.house.Rules;

/** Puts new rules in place; holds that exist keep their time. */
public record ChangeRules(long house, Rules rules) implements Command {}
