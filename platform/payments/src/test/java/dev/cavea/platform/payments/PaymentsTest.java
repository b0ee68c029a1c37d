package dev.cavea.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.testing.SteppedClock;
import dev.cavea.platform.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PaymentsTest {

    private static final String SECRET = "SELECT secret FROM payments.sandbox_secret";
    private static final String LEFT_TO_DELIVER =
            "SELECT deliveries_left FROM payments.sandbox_charge WHERE key = ?";
    private static final String SUCCEEDED_THERE =
            "SELECT count(*) FROM payments.sandbox_charge WHERE key = ? AND status = 'succeeded'";
    private static final Money PRICE = new Money(9_900, "EUR");

    private final DataSource source = TestPostgres.freshDatabase("payments");
    private final Jdbi database = Jdbi.create(source);
    private final SteppedClock clock = new SteppedClock();
    private final Ids ids = new Ids(clock);
    private final BlockingQueue<PaymentState> told = new LinkedBlockingQueue<>();
    private final Owner owner = new Owner();
    private SandboxPayments sandbox = new SandboxPayments(database, clock);
    private Payments payments = payments();

    /** Wants what it is told to want, and may be made to fail while it hears something. */
    private final class Owner implements PaymentOwner {

        private Wish wish = Wish.CHARGE;
        private boolean struck;
        private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

        @Override
        public Wish wish(Handle handle, PaymentState payment) {
            return wish;
        }

        @Override
        public void changed(Handle handle, PaymentState payment) {
            if (struck) {
                throw new IllegalStateException("struck");
            }
        }

        @Override
        public void troubled(Handle handle, PaymentState payment, Trouble trouble, String detail) {
            troubles.add(trouble);
        }

        @Override
        public void noted(PaymentState payment) {
            told.add(payment);
        }
    }

    private Payments payments() {
        Payments made = new Payments(database, clock, List.of(sandbox));
        made.ownedBy(owner);
        return made;
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private long open(String token) {
        long id = ids.next();
        NewPayment payment = new NewPayment(id, 77, "sandbox", token, PRICE, "/tickets/x");
        database.useHandle(handle -> payments.open(handle, payment));
        return id;
    }

    private PaymentState settled() throws InterruptedException {
        while (true) {
            PaymentState state = told.poll(20, TimeUnit.SECONDS);
            assertThat(state).as("an outcome within 20 s").isNotNull();
            if (state.status().isSettled()) {
                return state;
            }
        }
    }

    @Test
    void aGoodCardIsChargedLaterAndToldByWebhook() throws Exception {
        sandbox.start(payments::webhook);
        long id = open("tok_ok");
        assertThat(payments.charge(id).status()).isNotEqualTo(PaymentStatus.CREATED);
        assertThat(settled().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payments.state(id).reference()).isEqualTo(77);
    }

    @Test
    void aDeclinedCardFailsWithItsReason() throws Exception {
        sandbox.start(payments::webhook);
        payments.charge(open("tok_declined"));
        PaymentState state = settled();
        assertThat(state.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(state.failureCode()).isEqualTo("card_declined");
    }

    @Test
    void aDoubledWebhookHasOneEffect() throws Exception {
        sandbox.start(payments::webhook);
        long id = open("tok_duplicate");
        payments.charge(id);
        assertThat(settled().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        await(() -> count(LEFT_TO_DELIVER, Ids.text(id)) == 0);
        assertThat(told.stream().filter(state -> state.status().isSettled())).isEmpty();
    }

    @Test
    void anActionIsAskedForAndDecidesTheCharge() throws Exception {
        sandbox.start(payments::webhook);
        long id = open("tok_3ds");
        PaymentState asked = payments.charge(id);
        assertThat(asked.status()).isEqualTo(PaymentStatus.ACTION);
        String reference = Path.of(asked.actionUrl()).getName(4).toString();
        var charge = sandbox.chargeToActOn(reference).orElseThrow();
        assertThat(sandbox.act(charge, true)).isTrue();
        assertThat(sandbox.act(charge, false)).as("a second click").isFalse();
        assertThat(settled().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void aProviderThatNeverAnswersLeavesThePaymentPendingAndTellsLater() throws Exception {
        sandbox.start(payments::webhook);
        long id = open("tok_timeout");
        assertThat(payments.charge(id).status()).isEqualTo(PaymentStatus.PENDING);
        restart(Duration.ofSeconds(61));
        assertThat(settled().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void aChargeLostOnTheWayIsSentAgainByReconciliation() throws Exception {
        sandbox.start(payments::webhook);
        long id = open("tok_ok");
        database.useHandle(handle -> PaymentTable.unanswered(handle, id, clock.instant()));
        clock.forward(Duration.ofSeconds(6));
        payments.reconcile();
        assertThat(settled().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void reconciliationFindsAnOutcomeWhoseWebhookWasLost() throws Exception {
        sandbox.start((_, _, _) -> {});
        long id = open("tok_ok");
        payments.charge(id);
        await(
                () ->
                        sandbox.status(Ids.text(id))
                                .toCompletableFuture()
                                .join()
                                .filter(ProviderAnswer.Succeeded.class::isInstance)
                                .isPresent());
        clock.forward(Duration.ofSeconds(6));
        payments.reconcile();
        assertThat(settled().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void asksOfItselfAboutWhatIsDueOnceSomebodyHearsOfIt() throws Exception {
        sandbox.start(payments::webhook);
        open("tok_ok");
        clock.forward(Duration.ofSeconds(61));
        payments = new Payments(database, clock, List.of(sandbox));
        payments.start();
        try {
            payments.ownedBy(owner);
            assertThat(settled().status()).isEqualTo(PaymentStatus.SUCCEEDED);
        } finally {
            payments.stop();
        }
    }

    @Test
    void aRefundIsMadeOnceAndNeverMoreThanWasCharged() throws Exception {
        sandbox.start(payments::webhook);
        long id = open("tok_ok");
        payments.charge(id);
        settled();
        long refund = ids.next();
        database.useHandle(handle -> payments.openRefund(handle, refund, id, 9_900));
        assertThat(payments.refund(refund)).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(payments.refund(refund)).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(count("SELECT count(*) FROM payments.sandbox_refund")).isEqualTo(1);
        long another = ids.next();
        assertThatThrownBy(
                        () ->
                                database.useTransaction(
                                        handle -> payments.openRefund(handle, another, id, 1)))
                .isInstanceOf(RefundTooLarge.class);
        assertThat(count("SELECT count(*) FROM payments.refund")).isEqualTo(1);
        assertThatThrownBy(
                        () ->
                                database.useHandle(
                                        handle ->
                                                handle.execute(
                                                        "UPDATE payments.payment"
                                                                + " SET refunded_minor = 9901")))
                .as("the table says so, too")
                .hasMessageContaining("never_more_back_than_paid");
    }

    @Test
    void aRefusedRefundIsTriedAgainAsAnotherOneOrMadeByHand() throws Exception {
        Grabber provider = new Grabber();
        payments = new Payments(database, clock, List.of(provider));
        payments.ownedBy(owner);
        long id = open("tok_ok");
        payments.charge(id);
        long refund = ids.next();
        database.useTransaction(handle -> payments.openRefund(handle, refund, id, 9_900));
        assertThat(payments.refund(refund)).isEqualTo(RefundStatus.FAILED);
        assertThat(count("SELECT refunded_minor FROM payments.payment")).isZero();
        assertThat(retry(refund)).isTrue();
        assertThat(payments.refund(refund)).isEqualTo(RefundStatus.FAILED);
        assertThat(provider.refunds).doesNotHaveDuplicates().hasSize(2);
        boolean byHand = database.inTransaction(handle -> payments.refundedByHand(handle, refund));
        assertThat(byHand).isTrue();
        assertThat(payments.refund(refund)).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(count("SELECT refunded_minor FROM payments.payment")).isEqualTo(9_900);
        assertThat(retry(refund)).as("nothing is refused any more").isFalse();
    }

    private boolean retry(long refund) {
        return database.inTransaction(handle -> payments.retryRefund(handle, refund));
    }

    @Test
    void newsAndWhatFollowsFromThemAreNotedTogetherOrNotAtAll() throws Exception {
        sandbox.start((_, _, _) -> {});
        long id = open("tok_ok");
        payments.charge(id);
        await(() -> count(SUCCEEDED_THERE, Ids.text(id)) == 1);
        owner.struck = true;
        clock.forward(Duration.ofSeconds(6));
        payments.reconcile();
        assertThat(payments.state(id).status()).isEqualTo(PaymentStatus.PENDING);
        owner.struck = false;
        clock.forward(Duration.ofSeconds(60));
        payments.reconcile();
        assertThat(payments.state(id).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void aChargeWhoseAnswerNobodyNotedIsAskedAboutAfterAMinute() {
        sandbox.start(payments::webhook);
        long id = open("tok_declined");
        clock.forward(Duration.ofSeconds(61));
        payments.reconcile();
        assertThat(payments.state(id).status()).isNotEqualTo(PaymentStatus.CREATED);
    }

    @Test
    void aChargeThatNobodyWantsIsNeverSentAndCancelledIfItWas() {
        sandbox.start(payments::webhook);
        long lost = open("tok_ok");
        owner.wish = PaymentOwner.Wish.CANCEL;
        assertThat(payments.charge(lost).status()).isEqualTo(PaymentStatus.CREATED);
        clock.forward(Duration.ofSeconds(61));
        payments.reconcile();
        assertThat(payments.state(lost).status()).isEqualTo(PaymentStatus.FAILED);
        owner.wish = PaymentOwner.Wish.CHARGE;
        long waiting = open("tok_3ds");
        assertThat(payments.charge(waiting).status()).isEqualTo(PaymentStatus.ACTION);
        assertThat(payments.cancel(waiting).failureCode()).isEqualTo("cancelled");
        assertThat(count(SUCCEEDED_THERE, Ids.text(lost))).isZero();
    }

    @Test
    void aCancelledChargeThatArrivesLateTakesNothing() {
        sandbox.start(payments::webhook);
        long id = open("tok_ok");
        payments.cancel(id);
        ProviderCharge late = new ProviderCharge(Ids.text(id), PRICE, "tok_ok", "/");
        assertThat(sandbox.charge(late).toCompletableFuture().join())
                .isInstanceOf(ProviderAnswer.Failed.class);
    }

    @Test
    void anotherAmountIsNeverSettledAndNeedsAPersonOnce() {
        Grabber provider = new Grabber();
        provider.taken = new Money(990, "EUR");
        payments = new Payments(database, clock, List.of(provider));
        payments.ownedBy(owner);
        long id = open("tok_ok");
        assertThat(payments.charge(id).status()).isNotEqualTo(PaymentStatus.SUCCEEDED);
        payments.webhook("sandbox", _ -> null, Ids.text(id).getBytes(StandardCharsets.UTF_8));
        assertThat(owner.troubles).containsExactly(PaymentOwner.Trouble.AMOUNT_DIFFERS);
        assertThat(told).isEmpty();
        provider.taken = PRICE;
        assertThat(payments.lookAgain(id).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void aProvidersWordSettlesOnlyItsOwnPayments() {
        Grabber other = new Grabber();
        other.name = "other";
        payments = new Payments(database, clock, List.of(sandbox, other));
        payments.ownedBy(owner);
        long id = open("tok_ok");
        byte[] body = Ids.text(id).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> payments.webhook("other", _ -> null, body))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("unknown-payment"));
        assertThat(payments.state(id).status()).isEqualTo(PaymentStatus.CREATED);
    }

    @Test
    void noNewsAreTakenBeforeSomebodyCanHearThem() {
        payments = new Payments(database, clock, List.of(new Grabber()));
        long id = open("tok_ok");
        assertThatThrownBy(() -> payments.charge(id)).isInstanceOf(IllegalStateException.class);
        assertThat(payments.state(id).status()).isEqualTo(PaymentStatus.CREATED);
    }

    /** A provider that takes whatever amount it likes, and never refunds. */
    private static final class Grabber implements PaymentProvider {

        private String name = "sandbox";
        private Money taken = PRICE;
        private final List<String> refunds = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<String> objectionTo(String token) {
            return Optional.empty();
        }

        @Override
        public CompletionStage<ProviderAnswer> charge(ProviderCharge charge) {
            return CompletableFuture.completedFuture(new ProviderAnswer.Succeeded("d", taken));
        }

        @Override
        public CompletionStage<Optional<ProviderAnswer>> status(String chargeKey) {
            return CompletableFuture.completedFuture(
                    Optional.of(new ProviderAnswer.Succeeded("d", taken)));
        }

        @Override
        public CompletionStage<ProviderAnswer> cancel(String chargeKey) {
            return CompletableFuture.completedFuture(new ProviderAnswer.Succeeded("d", taken));
        }

        @Override
        public CompletionStage<Void> refund(ProviderRefund refund) {
            refunds.add(refund.key());
            return CompletableFuture.failedFuture(new RefundRefused("account_closed"));
        }

        @Override
        public ProviderNews read(UnaryOperator<String> header, byte[] body) {
            String charge = new String(body, StandardCharsets.UTF_8);
            return new ProviderNews(
                    "event " + charge, charge, new ProviderAnswer.Succeeded("d", taken));
        }
    }

    @Test
    void refusesAWebhookThatIsForgedChangedOrOld() {
        sandbox.start(payments::webhook);
        byte[] body =
                "{\"id\":\"e\",\"type\":\"charge.succeeded\"}".getBytes(StandardCharsets.UTF_8);
        WebhookSignature forger = new WebhookSignature("guess".getBytes(StandardCharsets.UTF_8));
        String forged = forger.sign(body, clock.instant());
        assertRefused(forged, body);
        assertRefused("nonsense", body);
        WebhookSignature own =
                new WebhookSignature(
                        database.withHandle(
                                handle -> handle.createQuery(SECRET).mapTo(byte[].class).one()));
        assertRefused(own.sign(body, Instant.now().minus(Duration.ofMinutes(6))), body);
        assertRefused(own.sign(body, Instant.now()), "{}".getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(String header, byte[] body) {
        assertThatThrownBy(() -> payments.webhook("sandbox", _ -> header, body))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("bad-signature"));
    }

    @Test
    void keepsNoTokenOnceTheProviderHasTheCharge() throws Exception {
        sandbox.start(payments::webhook);
        long id = open("tok_ok");
        payments.charge(id);
        settled();
        assertThat(count("SELECT count(*) FROM payments.payment WHERE token IS NOT NULL")).isZero();
    }

    @Test
    void refusesATokenThatTheSandboxDoesNotHave() {
        assertThatThrownBy(() -> payments.check("sandbox", "tok_free")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> payments.check("cash", "tok_ok")).isInstanceOf(Problem.class);
        payments.check("sandbox", "tok_3ds");
    }

    /** New objects over the same database, some time later. */
    private void restart(Duration later) {
        sandbox.close();
        clock.forward(later);
        sandbox = new SandboxPayments(database, clock);
        payments = payments();
        sandbox.start(payments::webhook);
    }

    private int count(String sql, Object... arguments) {
        return database.withHandle(
                handle -> handle.select(sql, arguments).mapTo(Integer.class).one());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(patience);
            Thread.sleep(10);
        }
    }
}
