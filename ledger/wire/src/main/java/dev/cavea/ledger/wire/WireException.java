package dev.cavea.ledger.wire;

/** Bytes that this version cannot have written: cut short, damaged, or with another schema. */
public final class WireException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WireException(String message) {
        super(message);
    }
}
