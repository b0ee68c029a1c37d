package dev.cavea.platform.payments;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The port to whoever moves the money. Every call may be repeated with the same key and takes
 * effect once; after a call that fails or never answers, what happened is unknown until {@link
 * #status} or a webhook tells.
 */
public interface PaymentProvider {

    /** As in {@code payment.method} and in the path of its webhooks. */
    String name();

    /** Why this token can never be charged, or empty. */
    Optional<String> objectionTo(@Nullable String token);

    CompletionStage<ProviderAnswer> charge(ProviderCharge charge);

    /** Empty if the provider has never heard of it. */
    CompletionStage<Optional<ProviderAnswer>> status(String chargeKey);

    /**
     * Makes sure that the charge takes no more money, even one that has not arrived yet, and
     * returns its state: {@code Succeeded} if it was too late, {@code Failed} if that is certain,
     * and {@code Pending} while a late arrival could still take money.
     */
    CompletionStage<ProviderAnswer> cancel(String chargeKey);

    /** Completes once the refund is certain; with a {@link RefundRefused} if it is refused. */
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
