package dev.cavea.platform.payments;

import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Drain;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.payments.PaymentOwner.Trouble;
import dev.cavea.platform.payments.PaymentOwner.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Payments and refunds, whoever the provider is. Each is a row before the provider hears of it, and
 * each answer is a row, in one transaction with its owner's reaction to it. Blocks: for virtual
 * threads.
 */
public final class Payments {

    static final int FIRST_CHECK_SECONDS = 5;

    /** A charge without a recorded answer by then is asked about. */
    static final int LOST_AFTER_SECONDS = 60;

    /** After this many questions, which by then are hourly for a week, we stop asking. */
    static final int MOST_CHECKS = 180;

    /**
     * A charge that its provider has not heard of by then, and that is no longer wanted, will not
     * come.
     */
    static final Duration NEVER_SENT = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);
    private static final long PATIENCE_MILLIS = 1_500;
    private static final int DUE_AT_ONCE = 50;
    private static final Duration LOOK = Duration.ofSeconds(20);

    private final Jdbi database;
    private final Clock clock;
    private final Map<String, PaymentProvider> providers = new TreeMap<>();
    private volatile @Nullable PaymentOwner owner;
    private volatile @Nullable Drain asking;

    public Payments(Jdbi database, Clock clock, List<? extends PaymentProvider> providers) {
        this.database = database;
        this.clock = clock;
        for (PaymentProvider provider : providers) {
            this.providers.put(provider.name(), provider);
        }
    }

    /** Until then no news is accepted: its consequences could not be recorded with it. */
    public void ownedBy(PaymentOwner what) {
        owner = what;
        Drain running = asking;
        if (running != null) {
            running.soon();
        }
    }

    /** From here on providers are asked about payments of which nothing is heard for a while. */
    public synchronized void start() {
        asking = Drain.start("open-payments", DUE_AT_ONCE, LOOK, new Due(), clock);
    }

    public synchronized void stop() {
        Drain running = asking;
        if (running != null) {
            running.close();
        }
    }

    /** So long after now there is somebody to ask, as the row says too. */
    private void askSoon() {
        Drain running = asking;
        if (running != null) {
            running.at(clock.instant().plusSeconds(FIRST_CHECK_SECONDS));
        }
    }

    /** Names of the providers that are switched on. */
    public Set<String> methods() {
        return Set.copyOf(providers.keySet());
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
                    "payment.method",
                    "is not a payment method offered here",
                    List.copyOf(providers.keySet()));
        }
        provider.objectionTo(token)
                .ifPresent(
                        objection -> {
                            throw Problems.invalidField(
                                    "payment.token", "cannot be charged", objection);
                        });
    }

    /** Records a payment within the caller's transaction; nothing is sent yet. */
    public void open(Handle handle, NewPayment payment) {
        PaymentTable.insert(handle, payment, clock.instant());
    }

    /** Ends a payment that was never sent, within the caller's transaction. */
    public void abandon(Handle handle, long payment, String code) {
        PaymentTable.abandon(handle, payment, code, clock.instant());
    }

    /**
     * Sends the payment to its provider, unless that is done or it is no longer wanted, and returns
     * its state.
     */
    public PaymentState charge(long payment) {
        database.inTransaction(handle -> wanted(handle, payment))
                .ifPresent(unsent -> send(payment, unsent));
        return state(payment);
    }

    private Optional<PaymentTable.Unsent> wanted(Handle handle, long payment) {
        return PaymentTable.unsent(handle, payment)
                .filter(_ -> wish(handle, payment) == Wish.CHARGE);
    }

    private Wish wish(Handle handle, long payment) {
        return owner().wish(handle, PaymentTable.find(handle, payment).orElseThrow());
    }

    private void send(long payment, PaymentTable.Unsent unsent) {
        try {
            note(payment, await(provider(unsent.provider()).charge(unsent.charge())));
        } catch (CompletionException e) {
            LOG.warn("No answer to charge {}: {}", Ids.text(payment), String.valueOf(e.getCause()));
            unanswered(payment);
        }
    }

    private void unanswered(long payment) {
        database.useHandle(handle -> PaymentTable.unanswered(handle, payment, clock.instant()));
        askSoon();
    }

    /**
     * Makes sure that the payment takes no more money, and returns its state: succeeded if it was
     * too late, and not settled if the provider must be asked again, which the job does.
     */
    public PaymentState cancel(long payment) {
        PaymentState known = state(payment);
        if (!known.status().isSettled()) {
            String provider = database.withHandle(handle -> PaymentTable.provider(handle, payment));
            try {
                note(payment, await(provider(provider).cancel(PaymentTable.key(payment))));
            } catch (CompletionException e) {
                LOG.warn("Charge {} is not cancelled yet: {}", Ids.text(payment), e.getCause());
                unanswered(payment);
            }
        }
        return state(payment);
    }

    /** Throws IllegalArgumentException for one that was never opened. */
    public PaymentState state(long payment) {
        return database.withHandle(handle -> PaymentTable.find(handle, payment))
                .orElseThrow(() -> new IllegalArgumentException("no payment " + payment));
    }

    /** Whether the buyer had to act for one of these, however it ended. */
    public boolean haveAsked(List<Long> ids) {
        return !ids.isEmpty() && database.withHandle(handle -> PaymentTable.haveAsked(handle, ids));
    }

    /**
     * Records a refund within the caller's transaction; repeated, it is the same refund.
     *
     * @throws RefundTooLarge if more would be refunded than was paid
     */
    public void openRefund(Handle handle, long refund, long payment, long amountMinor) {
        RefundTable.insert(handle, refund, payment, amountMinor, clock.instant());
    }

    /** Sends the refund to the provider unless that is done; REQUESTED means: try again later. */
    public RefundStatus refund(long refund) {
        RefundTable.Row row =
                database.withHandle(handle -> RefundTable.find(handle, refund))
                        .orElseThrow(() -> new IllegalArgumentException("no refund " + refund));
        if (row.status() != RefundStatus.REQUESTED) {
            return row.status();
        }
        try {
            await(provider(row.provider()).refund(row.refund()));
            database.useHandle(handle -> RefundTable.succeeded(handle, refund, clock.instant()));
            return RefundStatus.SUCCEEDED;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RefundRefused refused) {
                String code = String.valueOf(refused.getMessage());
                LOG.error("Refund {} is refused: {}", Ids.text(refund), code);
                database.useTransaction(handle -> refused(handle, refund, row.attempt(), code));
                return RefundStatus.FAILED;
            }
            LOG.warn("Refund {} is not confirmed: {}", Ids.text(refund), e.getCause());
            return RefundStatus.REQUESTED;
        }
    }

    private void refused(Handle handle, long refund, int attempt, String code) {
        RefundTable.refused(handle, refund, attempt, code, clock.instant());
    }

    /** Asks for a refused refund once more; false if it is not refused. */
    public boolean retryRefund(Handle handle, long refund) {
        return RefundTable.again(handle, refund, RefundStatus.REQUESTED, false);
    }

    /** The money of a refused refund went back another way; false if it is not refused. */
    public boolean refundedByHand(Handle handle, long refund) {
        return RefundTable.again(handle, refund, RefundStatus.SUCCEEDED, true);
    }

    /**
     * A message from a provider.
     *
     * @throws Problem 404 {@code unknown-provider}, {@code unknown-payment}; 401 {@code
     *     bad-signature}; 400 for an unreadable message
     */
    public void webhook(String providerName, UnaryOperator<@Nullable String> header, byte[] body) {
        PaymentProvider provider = providers.get(providerName);
        if (provider == null) {
            throw Problems.notFound("unknown-provider", "There is no such provider.");
        }
        ProviderNews news = provider.read(header, body);
        OptionalLong payment = Ids.parse(news.charge());
        if (payment.isEmpty()) {
            throw unknownPayment();
        }
        long id = payment.getAsLong();
        database.inTransaction(handle -> hear(handle, providerName, news, id))
                .ifPresent(owner()::noted);
    }

    /** Only what the payment's own provider says counts. */
    private Optional<PaymentState> hear(
            Handle handle, String provider, ProviderNews news, long payment) {
        if (!PaymentTable.isOf(handle, payment, provider)) {
            throw unknownPayment();
        }
        return PaymentTable.seeFirst(handle, provider, news.event(), clock.instant())
                ? take(handle, payment, news.answer())
                : Optional.empty();
    }

    private static Problem unknownPayment() {
        return Problems.notFound("unknown-payment", "No such charge was made here.");
    }

    private void note(long payment, ProviderAnswer answer) {
        database.inTransaction(handle -> take(handle, payment, answer)).ifPresent(owner()::noted);
    }

    private Optional<PaymentState> take(Handle handle, long payment, ProviderAnswer answer) {
        Optional<PaymentState> changed =
                PaymentTable.advance(handle, payment, answer, clock.instant());
        changed.ifPresent(state -> owner().changed(handle, state));
        if (!changed.map(state -> state.status().isSettled()).orElse(true)) {
            askSoon();
        }
        if (changed.isEmpty() && answer instanceof ProviderAnswer.Succeeded(_, Money taken)) {
            compare(handle, PaymentTable.find(handle, payment).orElseThrow(), taken);
        }
        return changed;
    }

    private void compare(Handle handle, PaymentState payment, Money taken) {
        if (!taken.equals(payment.amount())) {
            String detail = "asked for " + words(payment.amount()) + ", taken " + words(taken);
            if (PaymentTable.differs(handle, payment.id(), detail)) {
                LOG.error("Payment {} differs: {}", Ids.text(payment.id()), detail);
                owner().troubled(handle, payment, Trouble.AMOUNT_DIFFERS, detail);
            }
        }
    }

    private static String words(Money money) {
        return money.amountMinor() + " minor units of " + money.currency();
    }

    /** Asks about all that are due, and returns when each was asked about. */
    public void reconcile() {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<PaymentTable.Due> due;
            do {
                due = due(DUE_AT_ONCE);
                due.forEach(payment -> workers.execute(() -> attempt(payment)));
            } while (due.size() == DUE_AT_ONCE);
        }
    }

    private List<PaymentTable.Due> due(int most) {
        return owner == null
                ? List.of()
                : database.inTransaction(
                        handle -> PaymentTable.takeDue(handle, clock.instant(), most));
    }

    /** Payments to ask about. When each comes again stands in its row before it is asked about. */
    private final class Due implements Drain.Source {

        private final Map<Long, PaymentTable.Due> taken = new ConcurrentHashMap<>();

        @Override
        public List<Long> take(int most) {
            List<PaymentTable.Due> due = due(most);
            due.forEach(payment -> taken.put(payment.id(), payment));
            return due.stream().map(PaymentTable.Due::id).toList();
        }

        @Override
        public void work(long id) {
            attempt(Objects.requireNonNull(taken.remove(id)));
        }

        @Override
        public void failed(long id, Throwable cause) {
            // It is asked about later, as it would be if the provider had not answered.
        }

        @Override
        public @Nullable Instant nextDue() {
            return owner == null ? null : database.withHandle(PaymentTable::nextCheck).orElse(null);
        }
    }

    private void attempt(PaymentTable.Due payment) {
        try {
            ask(payment);
        } catch (RuntimeException e) {
            LOG.warn("Could not get the status of payment {}", Ids.text(payment.id()), e);
        }
        if (payment.last()) {
            database.useTransaction(handle -> silent(handle, payment.id()));
        }
    }

    private void silent(Handle handle, long payment) {
        if (PaymentTable.askNoMore(handle, payment)) {
            owner().troubled(
                            handle,
                            PaymentTable.find(handle, payment).orElseThrow(),
                            Trouble.PROVIDER_SILENT,
                            "asked for a week without an answer");
        }
    }

    /** The provider will be asked, whatever becomes of this process, as if it never had been. */
    public void askAgain(Handle handle, long payment) {
        var _ = PaymentTable.lookAgain(handle, payment, clock.instant());
        handle.afterCommit(this::askSoon);
    }

    /** Asks the provider now, as if it had not been asked before; returns the payment's state. */
    public PaymentState lookAgain(long payment) {
        database.withHandle(handle -> PaymentTable.lookAgain(handle, payment, clock.instant()))
                .ifPresent(this::attempt);
        return state(payment);
    }

    /** Whatever is still wanted is sent again if it was lost; the rest is cancelled. */
    private void ask(PaymentTable.Due payment) {
        long id = payment.id();
        Optional<ProviderAnswer> answer =
                await(provider(payment.provider()).status(PaymentTable.key(id)));
        answer.ifPresent(known -> note(id, known));
        Wish wish = database.withHandle(handle -> wish(handle, id));
        if (wish == Wish.CANCEL) {
            cancel(id);
            if (answer.isEmpty()) {
                giveUp(payment);
            }
        } else if (answer.isEmpty()) {
            charge(id);
        }
    }

    private void giveUp(PaymentTable.Due payment) {
        boolean late = payment.createdAt().plus(NEVER_SENT).isBefore(clock.instant());
        if (late && !state(payment.id()).status().isSettled()) {
            note(payment.id(), new ProviderAnswer.Failed("", "never_sent"));
        }
    }

    /** Succeeded payments that their owner has not accounted for, by id, after this one. */
    public List<PaymentState> unaccounted(Duration age, long after, int most) {
        Instant before = clock.instant().minus(age);
        return database.withHandle(handle -> PaymentTable.unaccounted(handle, before, after, most));
    }

    /** The money of these paid for a sale, or went back. */
    public void account(Handle handle, List<Long> payments) {
        if (!payments.isEmpty()) {
            PaymentTable.account(handle, payments, clock.instant());
        }
    }

    private PaymentOwner owner() {
        PaymentOwner known = owner;
        if (known == null) {
            throw new IllegalStateException("no one is listening for payments yet");
        }
        return known;
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
