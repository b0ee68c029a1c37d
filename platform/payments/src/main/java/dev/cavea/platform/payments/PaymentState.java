package dev.cavea.platform.payments;

import dev.cavea.platform.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands.
 *
 * @param reference what is paid for
 * @param failureCode why it failed, when it did
 * @param actionUrl where the buyer must act, when they must
 */
public record PaymentState(
        long id,
        long reference,
        PaymentStatus status,
        Money amount,
        @Nullable String failureCode,
        @Nullable String actionUrl) {}
