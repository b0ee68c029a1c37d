package dev.cavea.platform.payments;

import dev.cavea.platform.kernel.Money;

/**
 * A charge as sent to a provider.
 *
 * @param key the same for every repetition of the same charge: a provider charges once
 * @param token the provider's token for the buyer's card or account
 * @param returnPath where the buyer's browser goes after an action
 */
public record ProviderCharge(String key, Money amount, String token, String returnPath) {}
