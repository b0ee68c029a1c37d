package dev.cavea.ledger.core.command;

/** Ends the sale: unpinned holds are released and no new ones accepted; returns still work. */
public record CloseHouse(long house) implements Command {}
