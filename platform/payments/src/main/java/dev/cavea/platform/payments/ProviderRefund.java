package dev.cavea.platform.payments;

import dev.cavea.platform.kernel.Money;

/**
 * A refund as sent to a provider.
 *
 * @param key the same for every repetition of the same refund
 * @param charge the key of the charge
 */
public record ProviderRefund(String key, String charge, Money amount) {}
