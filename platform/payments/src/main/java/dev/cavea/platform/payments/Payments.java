package dev.cavea.platform.payments;

import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Payments and refunds, whoever the provider is. Each is a row before the provider hears of it, and
 * each answer is a row before anybody is told. Blocks: for virtual threads.
 */
public final class Payments {

    static final int FIRST_CHECK_SECONDS = 5;

    /** After that many questions, by then one an hour for a week, nobody asks any more. */
    static final int MOST_CHECKS = 180;

    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);
    private static final long PATIENCE_MILLIS = 1_500;
    private static final int DUE_AT_ONCE = 50;

    private final Jdbi database;
    private final Clock clock;
    private final Map<String, PaymentProvider> providers = new TreeMap<>();
    private final List<PaymentListener> listeners = new CopyOnWriteArrayList<>();

    public Payments(Jdbi database, Clock clock, List<? extends PaymentProvider> providers) {
        this.database = database;
        this.clock = clock;
        for (PaymentProvider provider : providers) {
            this.providers.put(provider.name(), provider);
        }
    }

    public void listen(PaymentListener listener) {
        listeners.add(listener);
    }

    /**
     * Says whether a payment could be made this way.
     *
     * @throws Problem 422 {@code invalid-field}
     */
    public void check(@Nullable String method, @Nullable String token) {
        PaymentProvider provider = method == null ? null : providers.get(method);
        if (provider == null) {
            throw Problems.invalidField(
                    "payment.method", "is no way to pay here", List.copyOf(providers.keySet()));
        }
        provider.objectionTo(token)
                .ifPresent(
                        objection -> {
                            throw Problems.invalidField(
                                    "payment.token", "cannot be charged", objection);
                        });
    }

    /** Notes a payment within the caller's transaction; nothing is sent yet. */
    public void open(Handle handle, NewPayment payment) {
        PaymentTable.insert(handle, payment, clock.instant());
    }

    /** Sends the payment to its provider unless that is done, and says how it stands. */
    public PaymentState charge(long payment) {
        database.withHandle(handle -> PaymentTable.unsent(handle, payment))
                .ifPresent(unsent -> send(payment, unsent));
        return state(payment);
    }

    private void send(long payment, PaymentTable.Unsent unsent) {
        try {
            settle(payment, await(provider(unsent.provider()).charge(unsent.charge())));
        } catch (CompletionException e) {
            LOG.warn("No answer to charge {}: {}", Ids.text(payment), String.valueOf(e.getCause()));
            database.useHandle(handle -> PaymentTable.unanswered(handle, payment, clock.instant()));
        }
    }

    /** Throws IllegalArgumentException for one that was never opened. */
    public PaymentState state(long payment) {
        return database.withHandle(handle -> PaymentTable.find(handle, payment))
                .orElseThrow(() -> new IllegalArgumentException("no payment " + payment));
    }

    /** Notes a refund within the caller's transaction; repeated, it is the same refund. */
    public void openRefund(Handle handle, long refund, long payment, long amountMinor) {
        PaymentTable.insertRefund(handle, refund, payment, amountMinor, clock.instant());
    }

    /** Sends the refund to the provider unless that is done; REQUESTED means: try again later. */
    public RefundStatus refund(long refund) {
        PaymentTable.RefundRow row =
                database.withHandle(handle -> PaymentTable.refund(handle, refund))
                        .orElseThrow(() -> new IllegalArgumentException("no refund " + refund));
        if (row.status() != RefundStatus.REQUESTED) {
            return row.status();
        }
        try {
            await(provider(row.provider()).refund(row.refund()));
            return settleRefund(refund, RefundStatus.SUCCEEDED, null);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RefundRefused refused) {
                LOG.error("Refund {} is refused: {}", Ids.text(refund), refused.getMessage());
                return settleRefund(refund, RefundStatus.FAILED, refused.getMessage());
            }
            LOG.warn("Refund {} is not confirmed: {}", Ids.text(refund), e.getCause());
            return RefundStatus.REQUESTED;
        }
    }

    private RefundStatus settleRefund(long refund, RefundStatus status, @Nullable String code) {
        database.useHandle(
                handle -> PaymentTable.settleRefund(handle, refund, status, code, clock.instant()));
        return status;
    }

    /**
     * A message from a provider.
     *
     * @throws Problem 404 {@code unknown-provider}, {@code unknown-payment}; 401 {@code
     *     bad-signature}; 400 for what cannot be read
     */
    public void webhook(String providerName, UnaryOperator<@Nullable String> header, byte[] body) {
        PaymentProvider provider = providers.get(providerName);
        if (provider == null) {
            throw Problems.notFound("unknown-provider", "No provider is called so.");
        }
        ProviderNews news = provider.read(header, body);
        OptionalLong payment = Ids.parse(news.charge());
        if (payment.isEmpty()) {
            throw unknownPayment();
        }
        Optional<PaymentState> changed =
                database.inTransaction(handle -> take(handle, providerName, news, payment));
        changed.ifPresent(this::tell);
    }

    private Optional<PaymentState> take(
            Handle handle, String provider, ProviderNews news, OptionalLong payment) {
        if (PaymentTable.find(handle, payment.getAsLong()).isEmpty()) {
            throw unknownPayment();
        }
        return PaymentTable.seeFirst(handle, provider, news.event(), clock.instant())
                ? PaymentTable.advance(handle, payment.getAsLong(), news.answer(), clock.instant())
                : Optional.empty();
    }

    private static Problem unknownPayment() {
        return Problems.notFound("unknown-payment", "No such charge was made here.");
    }

    /** Asks the providers about payments of which nothing has been heard for a while. */
    public void reconcile() {
        List<PaymentTable.Due> due =
                database.inTransaction(
                        handle -> PaymentTable.takeDue(handle, clock.instant(), DUE_AT_ONCE));
        for (PaymentTable.Due payment : due) {
            try {
                ask(payment);
            } catch (CompletionException e) {
                LOG.warn("No status of payment {}: {}", Ids.text(payment.id()), e.getCause());
            }
        }
    }

    /** A charge that the provider has never heard of was lost on the way: it is sent again. */
    private void ask(PaymentTable.Due payment) {
        await(provider(payment.provider()).status(PaymentTable.key(payment.id())))
                .ifPresentOrElse(
                        answer -> settle(payment.id(), answer), () -> charge(payment.id()));
    }

    private void settle(long payment, ProviderAnswer answer) {
        database.inTransaction(
                        handle -> PaymentTable.advance(handle, payment, answer, clock.instant()))
                .ifPresent(this::tell);
    }

    private void tell(PaymentState payment) {
        for (PaymentListener listener : listeners) {
            listener.changed(payment);
        }
    }

    private PaymentProvider provider(String name) {
        PaymentProvider provider = providers.get(name);
        if (provider == null) {
            throw new IllegalStateException("the payment provider " + name + " is not configured");
        }
        return provider;
    }

    private static <T> T await(CompletionStage<T> answer) {
        return answer.toCompletableFuture()
                .copy()
                .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }
}
