package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.payments.PaymentProvider;
import dev.cavea.platform.payments.Payments;
import dev.cavea.platform.payments.ProviderAnswer;
import dev.cavea.platform.payments.ProviderCharge;
import dev.cavea.platform.payments.ProviderNews;
import dev.cavea.platform.payments.ProviderRefund;
import dev.cavea.platform.payments.RefundRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A provider that outlives the processes that ask it, and whose connections are cut as a test says.
 */
final class Bank implements PaymentProvider {

    /** What is lost on the way. */
    enum Lost {
        CHARGE,
        CHARGE_ANSWER,
        CANCEL,
        STATUS,
        REFUND
    }

    final Map<String, ProviderAnswer> charges = new ConcurrentHashMap<>();
    final Map<String, Money> asked = new ConcurrentHashMap<>();
    final Map<String, ProviderRefund> refunds = new ConcurrentHashMap<>();
    private final Set<Lost> lost = EnumSet.noneOf(Lost.class);
    private volatile boolean refusesRefunds;

    void lose(Lost... what) {
        lost.clear();
        lost.addAll(Set.of(what));
    }

    void refusesRefunds(boolean refuses) {
        refusesRefunds = refuses;
    }

    /** The bank decides, and reports it or not. */
    void take(String key) {
        charges.put(key, new ProviderAnswer.Succeeded("bank-" + key, asked.get(key)));
    }

    void refuse(String key) {
        charges.put(key, new ProviderAnswer.Failed("bank-" + key, "card_declined"));
    }

    void tell(Payments payments, String key) {
        payments.webhook("bank", _ -> null, key.getBytes(StandardCharsets.UTF_8));
    }

    boolean hasTaken(String key) {
        return charges.get(key) instanceof ProviderAnswer.Succeeded;
    }

    long back() {
        return refunds.values().stream().mapToLong(refund -> refund.amount().amountMinor()).sum();
    }

    @Override
    public String name() {
        return "bank";
    }

    @Override
    public Optional<String> objectionTo(String token) {
        return Optional.empty();
    }

    @Override
    public CompletionStage<ProviderAnswer> charge(ProviderCharge charge) {
        return over(
                lost.contains(Lost.CHARGE),
                lost.contains(Lost.CHARGE_ANSWER),
                () -> {
                    asked.put(charge.key(), charge.amount());
                    return charges.computeIfAbsent(
                            charge.key(), key -> new ProviderAnswer.Pending("bank-" + key));
                });
    }

    @Override
    public CompletionStage<Optional<ProviderAnswer>> status(String chargeKey) {
        return over(
                lost.contains(Lost.STATUS),
                false,
                () -> Optional.ofNullable(charges.get(chargeKey)));
    }

    @Override
    public CompletionStage<ProviderAnswer> cancel(String chargeKey) {
        return over(
                lost.contains(Lost.CANCEL),
                false,
                () ->
                        charges.compute(
                                chargeKey,
                                (key, now) ->
                                        now instanceof ProviderAnswer.Succeeded
                                                ? now
                                                : new ProviderAnswer.Failed(
                                                        "bank-" + key, "cancelled")));
    }

    @Override
    public CompletionStage<Void> refund(ProviderRefund refund) {
        if (refusesRefunds) {
            return CompletableFuture.failedFuture(new RefundRefused("account_closed"));
        }
        return over(
                lost.contains(Lost.REFUND),
                false,
                () -> {
                    refunds.putIfAbsent(refund.key(), refund);
                    return null;
                });
    }

    private static <T> CompletionStage<T> over(
            boolean lostOnTheWay, boolean answerLost, Supplier<T> work) {
        if (lostOnTheWay) {
            return CompletableFuture.failedFuture(new IOException("lost on the way"));
        }
        T answer = work.get();
        return answerLost
                ? CompletableFuture.failedFuture(new IOException("the answer is lost"))
                : CompletableFuture.completedFuture(answer);
    }

    @Override
    public ProviderNews read(UnaryOperator<String> header, byte[] body) {
        String key = new String(body, StandardCharsets.UTF_8);
        ProviderAnswer now = charges.get(key);
        return new ProviderNews(key + now, key, now);
    }
}
