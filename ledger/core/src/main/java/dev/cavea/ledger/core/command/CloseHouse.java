package dev.cavea.ledger.core.command;

/** Ends the sale: holds without a pin are released, no new ones are taken, returns go on. */
public record CloseHouse(long house) implements Command {}
