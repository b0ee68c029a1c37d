package dev.cavea.platform.booking.internal.order;

import java.util.Locale;

/** What is to be done next with a booking. */
public enum Step {
    /** Keep the hold while its payment is sent. */
    PIN,
    /** Send the payment to its provider. */
    CHARGE,
    /** The provider has the payment and has not decided at once: keep the hold until it has. */
    KEEP,
    /** Wait for the provider's answer, or for the deadline. */
    AWAIT_PAYMENT,
    /** Paid: turn the hold into a sale. */
    SELL,
    /** Paid too late: try to hold the same places again. */
    HOLD_AGAIN,
    /** Sold: make the tickets and say so. */
    ISSUE,
    /** Refused: let the hold's own time apply again. */
    UNPIN,
    /** Ended without payment: give the hold's places back. */
    RELEASE,
    /** Ended, but the provider may still report money. */
    AWAIT_LATE_PAYMENT,
    /** Cancelled after the sale: give the places back. */
    GIVE_BACK,
    /** Give the money back. */
    REFUND,
    /** Something that must not happen has happened: an operator must look. */
    HALTED,
    DONE;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Step of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    /** Nothing more happens automatically. */
    public boolean isLast() {
        return this == DONE || this == HALTED;
    }

    /** Changes how long places are held. */
    boolean isHolding() {
        return this == PIN || this == KEEP || this == UNPIN || this == HOLD_AGAIN;
    }

    /** Goes on as soon as the provider has said something. */
    boolean looksAtPayment() {
        return this == KEEP || isWait();
    }

    /** Only checks whether the provider has answered. */
    public boolean isWait() {
        return this == AWAIT_PAYMENT || this == AWAIT_LATE_PAYMENT;
    }
}
