package dev.cavea.platform.payments;

/** More would be refunded than was paid: nothing is sent to the provider. */
public final class RefundTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefundTooLarge(String payment) {
        super("more would be given back than payment " + payment + " took");
    }
}
