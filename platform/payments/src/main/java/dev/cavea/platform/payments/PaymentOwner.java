package dev.cavea.platform.payments;

import org.jdbi.v3.core.Handle;

/** Whatever is paid for: it says what is still wanted, and deals with the outcome. */
public interface PaymentOwner {

    /** What should happen to a payment without an outcome. */
    enum Wish {
        /** Take the money. */
        CHARGE,
        /** Ask about it, but send nothing. */
        KEEP,
        /** Take no more money. */
        CANCEL
    }

    /** What only a person can decide about a payment. */
    enum Trouble {
        /** The provider took a different amount than it was asked for. */
        AMOUNT_DIFFERS,
        /** The provider was asked for a week and has not said how it ended. */
        PROVIDER_SILENT
    }

    /** Asked before anything is sent. */
    Wish wish(Handle handle, PaymentState payment);

    /**
     * In the transaction that records the change: its consequences become true together with it.
     */
    void changed(Handle handle, PaymentState payment);

    /** In the transaction that records it. */
    void troubled(Handle handle, PaymentState payment, Trouble trouble, String detail);

    /** Called after a change is durable, to continue at once; a crash may swallow this call. */
    void noted(PaymentState payment);
}
