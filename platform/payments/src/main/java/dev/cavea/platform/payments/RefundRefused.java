package dev.cavea.platform.payments;

/** The provider will not refund the money; asking again is pointless. */
public final class RefundRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param code why, in the provider's words
     */
    public RefundRefused(String code) {
        super(code, null, false, false);
    }
}
