package dev.cavea.ledger.core.event;

/** The sale has ended. */
public record HouseClosed(long house) implements Event {}
