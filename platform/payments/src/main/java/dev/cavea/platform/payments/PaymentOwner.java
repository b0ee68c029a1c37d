package dev.cavea.platform.payments;

import org.jdbi.v3.core.Handle;

/** Whatever is paid for: it says what is still wanted, and lives with what comes of it. */
public interface PaymentOwner {

    /** What should become of a payment that has no outcome. */
    enum Wish {
        /** Take the money. */
        CHARGE,
        /** Ask how it stands, and send nothing. */
        KEEP,
        /** Take no money any more. */
        CANCEL
    }

    /** What only a person can decide about a payment. */
    enum Trouble {
        /** The provider has taken another amount than it was asked for. */
        AMOUNT_DIFFERS,
        /** The provider was asked for a week and does not say how it ended. */
        PROVIDER_SILENT
    }

    /** Asked before anything is sent. */
    Wish wish(Handle handle, PaymentState payment);

    /**
     * In the transaction that notes the change: what must follow from it becomes true together with
     * it.
     */
    void changed(Handle handle, PaymentState payment);

    /** In the transaction that notes it. */
    void troubled(Handle handle, PaymentState payment, Trouble trouble, String detail);

    /** After a change is durable, to go on at once; a crash may swallow this call. */
    void noted(PaymentState payment);
}
