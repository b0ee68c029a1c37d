package dev.cavea.platform.payments;

import dev.cavea.platform.kernel.Money;

/**
 * A payment to be made.
 *
 * @param reference what is paid for
 * @param method name of the provider
 * @param token the provider's token for the buyer's card
 * @param returnPath where the buyer's browser goes after an action
 */
public record NewPayment(
        long id, long reference, String method, String token, Money amount, String returnPath) {}
