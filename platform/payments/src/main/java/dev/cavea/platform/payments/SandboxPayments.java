package dev.cavea.platform.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.payments.internal.sandbox.SandboxTable;
import dev.cavea.platform.payments.internal.sandbox.SandboxToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider that moves no money and behaves as its tokens say. It decides later, on its own
 * threads, and reports by signed webhooks, which it hands to the receiver in this process through
 * the same checks as a message over HTTP. Pending messages survive a restart.
 */
public final class SandboxPayments implements PaymentProvider, AutoCloseable {

    public static final String NAME = "sandbox";

    private static final Logger LOG = LoggerFactory.getLogger(SandboxPayments.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final SandboxTable table;
    private final Clock clock;
    private final WebhookSignature signature;
    private final ScheduledThreadPoolExecutor timer;
    private volatile @Nullable Receiver receiver;

    /** Accepts a message as the webhook endpoint does. */
    @FunctionalInterface
    public interface Receiver {
        void webhook(String provider, UnaryOperator<@Nullable String> header, byte[] body);
    }

    public SandboxPayments(Jdbi database, Clock clock) {
        this.table = new SandboxTable(database);
        this.clock = clock;
        this.signature = new WebhookSignature(table.secret());
        this.timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("cavea-sandbox").factory());
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Sends what is due, including anything left from before. */
    public void start(Receiver to) {
        receiver = to;
        table.pending().forEach(due -> schedule(due.key(), due.at()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> objectionTo(@Nullable String token) {
        return SandboxToken.of(token).isPresent()
                ? Optional.empty()
                : Optional.of("one of " + String.join(", ", SandboxToken.all()));
    }

    @Override
    public CompletionStage<ProviderAnswer> charge(ProviderCharge charge) {
        SandboxToken token =
                SandboxToken.of(charge.token())
                        .orElseThrow(() -> new IllegalArgumentException("no sandbox token"));
        Instant now = clock.instant();
        table.insert(charge, token, now);
        SandboxCharge noted = table.find(charge.key()).orElseThrow();
        if (noted.status().equals("processing")) {
            schedule(charge.key(), now.plus(token.delay()));
        }
        return token.answersCharges()
                ? CompletableFuture.completedFuture(noted.answer())
                : new CompletableFuture<>();
    }

    @Override
    public CompletionStage<Optional<ProviderAnswer>> status(String chargeKey) {
        return CompletableFuture.completedFuture(table.find(chargeKey).map(SandboxCharge::answer));
    }

    @Override
    public CompletionStage<ProviderAnswer> cancel(String chargeKey) {
        return CompletableFuture.completedFuture(table.cancel(chargeKey).answer());
    }

    @Override
    public CompletionStage<Void> refund(ProviderRefund refund) {
        return table.refund(refund)
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(new RefundRefused("more_than_charged"));
    }

    /** The charge behind a page on which the buyer acts; empty while the sandbox is off. */
    public Optional<SandboxCharge> chargeToActOn(String reference) {
        return receiver == null ? Optional.empty() : table.byReference(reference);
    }

    /** The buyer approves or declines; false if that was done before. */
    public boolean act(SandboxCharge charge, boolean approved) {
        Instant fires = clock.instant().plus(SandboxToken.TOK_3DS.delay());
        boolean first = table.act(charge.reference(), approved, fires);
        if (first) {
            schedule(charge.key(), fires);
        }
        return first;
    }

    @Override
    public ProviderNews read(UnaryOperator<@Nullable String> header, byte[] body) {
        signature.verify(header.apply(WebhookSignature.HEADER), body, clock.instant());
        Message message = Json.read(body, Message.class);
        ProviderAnswer answer =
                switch (message.type) {
                    case "charge.succeeded" ->
                            new ProviderAnswer.Succeeded(message.reference, message.amount);
                    case "charge.failed" ->
                            new ProviderAnswer.Failed(
                                    message.reference, String.valueOf(message.code));
                    default -> new ProviderAnswer.Pending(message.reference);
                };
        return new ProviderNews(message.id, message.charge, answer);
    }

    private void schedule(String key, Instant at) {
        long delay = Duration.between(clock.instant(), at).toMillis();
        if (!timer.isShutdown()) {
            var _ =
                    timer.schedule(
                            () -> Thread.startVirtualThread(() -> fire(key)),
                            Math.max(0, delay),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void fire(String key) {
        Receiver to = receiver;
        if (to == null || timer.isShutdown()) {
            return; // Not started, or stopping: the next start finds it.
        }
        try {
            Optional<SandboxCharge> charge = table.fire(key);
            if (charge.isPresent()) {
                deliver(to, charge.get());
                if (table.delivered(key) > 0) {
                    schedule(key, clock.instant());
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("A sandbox webhook was not accepted and will be sent again: {}", e.toString());
            schedule(key, clock.instant().plus(RETRY));
        }
    }

    private void deliver(Receiver to, SandboxCharge charge) {
        byte[] body = Json.write(Message.about(charge));
        String signed = signature.sign(body, clock.instant());
        to.webhook(NAME, name -> name.equals(WebhookSignature.HEADER) ? signed : null, body);
    }

    /** A webhook's body. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            String id,
            String type,
            String charge,
            String reference,
            Money amount,
            @Nullable String code) {

        static Message about(SandboxCharge charge) {
            return new Message(
                    charge.event(),
                    "charge." + charge.status(),
                    charge.key(),
                    charge.reference(),
                    charge.amount(),
                    charge.failureCode());
        }
    }
}
