package dev.cavea.platform.booking;

import java.util.Locale;

/** A booking's status, as its buyer sees it. */
public enum OrderStatus {
    /** The payment has no outcome yet. */
    PENDING_PAYMENT,
    /** Paid, sold, ticketed. */
    CONFIRMED,
    /** The payment was refused; the hold stays and another card may be tried. */
    PAYMENT_FAILED,
    /** The hold had ended, or no payment came in time; nothing is owed. */
    EXPIRED,
    /** The buyer ended it; money that was taken is on its way back, or none was. */
    CANCELLED,
    /** All money that was taken has been given back. */
    REFUNDED,
    /** A part of the money has been given back. */
    PARTIALLY_REFUNDED;

    /** Ended without money; a provider may still report some. */
    public boolean isUnpaidEnd() {
        return this == EXPIRED || this == CANCELLED || this == PAYMENT_FAILED;
    }

    /** As in the outer contract and in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static OrderStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
