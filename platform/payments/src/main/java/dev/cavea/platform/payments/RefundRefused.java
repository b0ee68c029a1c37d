package dev.cavea.platform.payments;

/** The provider will not give the money back; asking again is of no use. */
public final class RefundRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param code why, in the provider's words
     */
    public RefundRefused(String code) {
        super(code, null, false, false);
    }
}
