package dev.cavea.platform.payments;

import dev.cavea.platform.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a payment.
 *
 * @param reference what is paid for
 * @param failureCode why it failed, if it did
 * @param actionUrl where the buyer must act, if they must
 */
public record PaymentState(
        long id,
        long reference,
        PaymentStatus status,
        Money amount,
        @Nullable String failureCode,
        @Nullable String actionUrl) {}
