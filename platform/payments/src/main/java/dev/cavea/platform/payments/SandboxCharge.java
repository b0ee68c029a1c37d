package dev.cavea.platform.payments;

import dev.cavea.platform.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A charge as the sandbox remembers it.
 *
 * @param status {@code processing}, {@code action}, {@code failed} or {@code succeeded}
 * @param event id of the message that tells the outcome
 */
public record SandboxCharge(
        String key,
        String reference,
        Money amount,
        String status,
        @Nullable String failureCode,
        String event,
        String returnPath) {

    /** The page on which the buyer acts. */
    public String actionUrl() {
        return "/api/v1/payments/sandbox/" + reference + "/action";
    }

    public ProviderAnswer answer() {
        return switch (status) {
            case "processing" -> new ProviderAnswer.Pending(reference);
            case "action" -> new ProviderAnswer.ActionNeeded(reference, actionUrl());
            case "failed" ->
                    new ProviderAnswer.Failed(
                            reference, failureCode == null ? "unknown" : failureCode);
            case "succeeded" -> new ProviderAnswer.Succeeded(reference, amount);
            default -> throw new IllegalStateException("sandbox status " + status);
        };
    }
}
