package dev.cavea.platform.payments;

import java.util.Locale;

/**
 * Where a payment stands. It only ever goes down this list: a late or doubled message never takes
 * it back, and a provider that first refused may still report the money.
 */
public enum PaymentStatus {
    /** Noted, not yet sent to the provider, or sent and never confirmed. */
    CREATED,
    PENDING,
    /** The buyer must act at the payment's address. */
    ACTION,
    FAILED,
    SUCCEEDED;

    public boolean isSettled() {
        return this == FAILED || this == SUCCEEDED;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaymentStatus of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
