package dev.cavea.platform.payments;

/** Is told when a payment has changed, after that is durable; a crash may swallow the call. */
@FunctionalInterface
public interface PaymentListener {

    void changed(PaymentState payment);
}
