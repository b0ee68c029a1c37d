package dev.cavea.platform.payments;

import java.util.Locale;

/**
 * The status of a payment. It only ever moves down this list: a late or duplicate message never
 * moves it back, and a provider that first refused may still report the money.
 */
public enum PaymentStatus {
    /** Recorded; not yet sent to the provider, or sent but never confirmed. */
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
