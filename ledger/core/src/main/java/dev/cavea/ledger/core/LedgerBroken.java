package dev.cavea.ledger.core;

/**
 * An invariant is broken: this member's state can no longer be trusted. An Error, because an
 * exception would be answered or logged, and the next entry applied to a broken state.
 */
public final class LedgerBroken extends Error {

    private static final long serialVersionUID = 1L;

    public LedgerBroken(String facts) {
        super(facts);
    }
}
