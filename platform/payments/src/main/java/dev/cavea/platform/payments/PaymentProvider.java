package dev.cavea.platform.payments;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way to whoever moves the money. Every call may be repeated with the same key and then has one
 * effect; a call that fails or never answers leaves it open what happened, and {@link #status} or a
 * webhook tells later.
 */
public interface PaymentProvider {

    /** As in {@code payment.method} and in the path of its webhooks. */
    String name();

    /** Why this token can never be charged, or empty. */
    Optional<String> objectionTo(@Nullable String token);

    CompletionStage<ProviderAnswer> charge(ProviderCharge charge);

    /** Empty when the provider has never heard of it. */
    CompletionStage<Optional<ProviderAnswer>> status(String chargeKey);

    /**
     * Sees to it that the charge takes no money any more, also one that has not arrived yet, and
     * says how it stands now: {@code Succeeded} when it was too late, {@code Failed} when it is
     * certain, and {@code Pending} while a late arrival could still take money.
     */
    CompletionStage<ProviderAnswer> cancel(String chargeKey);

    /** Completes once the refund is certain; with a {@link RefundRefused} when it is refused. */
    CompletionStage<Void> refund(ProviderRefund refund);

    /**
     * Reads a webhook.
     *
     * @param header value of a request header by its name, or null
     * @throws dev.cavea.platform.edge.Problem 401 {@code bad-signature} for a message that the
     *     provider did not sign or that is too old
     */
    ProviderNews read(UnaryOperator<@Nullable String> header, byte[] body);
}
