package dev.cavea.platform.payments;

import java.util.Locale;

/** The status of a refund. */
public enum RefundStatus {
    /** Recorded; the provider has not confirmed it yet. */
    REQUESTED,
    SUCCEEDED,
    /** The provider refuses: a person must look. */
    FAILED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RefundStatus of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
