package dev.cavea.platform.payments;

import dev.cavea.platform.kernel.Money;

/** What a provider says about a charge. */
public sealed interface ProviderAnswer {

    /** The provider's own name for the charge. */
    String reference();

    /**
     * The money is ours.
     *
     * @param amount what was taken, as the provider says it
     */
    record Succeeded(String reference, Money amount) implements ProviderAnswer {}

    /**
     * There will be no money.
     *
     * @param code why, in the provider's words, such as {@code card_declined}
     */
    record Failed(String reference, String code) implements ProviderAnswer {}

    /** Not decided yet. */
    record Pending(String reference) implements ProviderAnswer {}

    /** The buyer must do something at this address first. */
    record ActionNeeded(String reference, String url) implements ProviderAnswer {}
}
