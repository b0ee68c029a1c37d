package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.Stage;
import dev.cavea.platform.booking.internal.money.CaseAct;
import dev.cavea.platform.booking.internal.money.CaseKind;
import dev.cavea.platform.booking.internal.money.MoneyCase;
import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.booking.internal.order.SagaWatch.Moment;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.payments.PaymentStatus;
import dev.cavea.platform.payments.ProviderAnswer;
import dev.cavea.platform.testing.SteppedClock;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No money is silently lost, whatever is lost on the way and whoever dies in between. */
@Timeout(90)
class LostMoneyTest {

    private static final AtomicLong EVENTS = new AtomicLong(5_000);
    private static final Caller ADA = Shop.fan(1);
    private static final long OPERATOR = 99;

    private static TestLedger ledger;
    private static Jdbi database;
    private static Stage stage;
    private final SteppedClock clock = new SteppedClock();
    private final long event = EVENTS.incrementAndGet();
    private final Bank bank = new Bank();
    private Shop shop;

    @BeforeAll
    static void startLedger() {
        ledger = TestLedger.start();
        database =
                Jdbi.create(
                        TestPostgres.freshDatabase(
                                "storage", "audit", "payments", "tickets", "booking"));
        stage = new Stage(ledger.client());
    }

    @AfterAll
    static void stopLedger() {
        ledger.close();
    }

    @BeforeEach
    void open() {
        stage.open(event, UnaryOperator.identity());
        shop = new Shop(database, ledger, stage, clock, bank);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void restart(Duration later) {
        shop.close();
        clock.forward(later);
        shop = new Shop(database, ledger, stage, clock, bank);
    }

    private static String key(Order order) {
        return Ids.text(order.payment());
    }

    private Order refused() throws InterruptedException {
        Order order = shop.bookAtBank(ADA, shop.hold(ADA, event, "A-1-1"));
        bank.refuse(key(order));
        bank.tell(shop.payments, key(order));
        return shop.awaitStatus(order.id(), OrderStatus.PAYMENT_FAILED);
    }

    /** Every recurring job runs once, a while later. */
    private void later(Duration by) {
        clock.forward(by);
        shop.payments.reconcile();
        shop.money.compare();
        shop.saga.runDue();
    }

    private MoneyCase onlyCase() {
        List<MoneyCase> open =
                shop.cases.list(Long.MAX_VALUE, 100).stream()
                        .filter(one -> isHere(one.booking()))
                        .toList();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private boolean isHere(long booking) {
        return shop.bookings.byId(booking).filter(o -> o.event() == event).isPresent();
    }

    private void act(MoneyCase about, CaseAct act, String note) {
        shop.acts.act(about.id(), new MoneyCases.Closing(OPERATOR, act, note));
    }

    @Test
    void moneyForAnEndedBookingGoesBackThoughNobodyLivedToHearOfIt() throws Exception {
        Order order = refused();
        AtomicBoolean dead = new AtomicBoolean();
        shop.saga.watchedBy(
                (_, _) -> {
                    dead.set(true);
                    throw new IllegalStateException("dies as soon as it is noted");
                });
        bank.take(key(order));
        bank.tell(shop.payments, key(order));
        assertThat(dead).isTrue();
        restart(Shop.LEASE.plusSeconds(1));
        shop.awaitStatus(order.id(), OrderStatus.REFUNDED);
        assertThat(bank.back()).isEqualTo(order.total().amountMinor());
    }

    @Test
    void moneyThatItsBookingNeverHeardOfIsFoundByReconciliation() throws Exception {
        Order order = refused();
        bank.take(key(order));
        database.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE payments.payment SET status = 'succeeded',"
                                        + " settled_at = ? WHERE id = ?",
                                OrderTable.utc(clock.instant()),
                                order.payment()));
        later(Duration.ofMinutes(2));
        shop.awaitStatus(order.id(), OrderStatus.REFUNDED);
        assertThat(bank.back()).isEqualTo(order.total().amountMinor());
        later(Duration.ofMinutes(2));
        assertThat(shop.payments.unaccounted(Duration.ZERO, order.payment() - 1, 1))
                .noneMatch(payment -> payment.id() == order.payment());
    }

    @Test
    void aChargeWhoseAnswerWasLostIsCancelledWithItsBooking() throws Exception {
        bank.lose(Bank.Lost.CHARGE_ANSWER);
        Order order = shop.bookAtBank(ADA, shop.hold(ADA, event, "A-1-1"));
        shop.cancelling.cancel(order.id());
        assertThat(shop.order(order.id()).step()).isEqualTo(Step.DONE);
        assertThat(bank.charges.get(key(order)).toString()).contains("cancelled");
    }

    @Test
    void aChargeWhoseAnswerAndCancellationWereLostIsAskedAboutAndGivenBack() throws Exception {
        bank.lose(Bank.Lost.CHARGE_ANSWER, Bank.Lost.CANCEL);
        Order order = shop.bookAtBank(ADA, shop.hold(ADA, event, "A-1-1"));
        shop.cancelling.cancel(order.id());
        bank.take(key(order));
        bank.lose();
        later(Duration.ofMinutes(5));
        shop.awaitStatus(order.id(), OrderStatus.REFUNDED);
        assertThat(bank.back()).isEqualTo(order.total().amountMinor());
    }

    @Test
    void aBookingThatIsCancelledOrOverIsNeverCharged() throws Exception {
        bank.lose(Bank.Lost.CHARGE, Bank.Lost.CANCEL);
        Order cancelled = shop.bookAtBank(ADA, shop.hold(ADA, event, "A-1-1"));
        Order expired = shop.bookAtBank(ADA, shop.hold(ADA, event, "A-1-2"));
        shop.cancelling.cancel(cancelled.id());
        later(Duration.ofMinutes(11));
        Shop.await(() -> shop.order(expired.id()).status() == OrderStatus.EXPIRED);
        bank.lose();
        later(Duration.ofMinutes(12));
        shop.awaitStatus(expired.id(), OrderStatus.EXPIRED);
        shop.awaitStatus(cancelled.id(), OrderStatus.CANCELLED);
        assertThat(bank.asked).doesNotContainKeys(key(cancelled), key(expired));
        assertThat(shop.payments.charge(expired.payment()).status())
                .isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void aChargeThatWasLostIsSentAgainWhileTheBookingWaitsForIt() throws Exception {
        bank.lose(Bank.Lost.CHARGE);
        Order order = shop.bookAtBank(ADA, shop.hold(ADA, event, "A-1-1"));
        bank.lose();
        later(Duration.ofSeconds(6));
        assertThat(bank.asked).containsKey(key(order));
        bank.take(key(order));
        bank.tell(shop.payments, key(order));
        shop.awaitStatus(order.id(), OrderStatus.CONFIRMED);
    }

    private void stopSale() {
        database.useHandle(
                handle ->
                        handle.execute(
                                "INSERT INTO booking.stopped_sale VALUES (?, 1, 'test', now())",
                                event));
        shop.stopped.refresh();
    }

    @Test
    void aStoppedSaleTakesNoBookingAndKeepsTheHold() {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        stopSale();
        assertThatThrownBy(() -> shop.bookAtBank(ADA, hold))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("sale-closed"));
        assertThat(bank.asked).isEmpty();
        shop.stopped.resume(event, _ -> {});
        assertThat(shop.book(ADA, hold, "tok_ok").status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void aSaleThatIsStoppedMeanwhileTakesNoMoneyAndKeepsTheHold() throws Exception {
        for (Step step : List.of(Step.PIN, Step.CHARGE)) {
            LiveHold hold = shop.hold(ADA, event, step == Step.PIN ? "A-1-1" : "A-1-2");
            shop.saga.watchedBy(
                    (at, when) -> {
                        if (at == step && when == Moment.BEFORE_EFFECT) {
                            stopSale();
                        }
                    });
            Order order = shop.bookAtBank(ADA, hold);
            assertThat(order.status()).as(step.name()).isEqualTo(OrderStatus.PAYMENT_FAILED);
            assertThat(bank.asked).isEmpty();
            shop.saga.watchedBy(SagaWatch.NOBODY);
            shop.stopped.resume(event, _ -> {});
            assertThat(shop.book(ADA, hold, "tok_ok").status()).isEqualTo(OrderStatus.CONFIRMED);
        }
    }

    @Test
    void aPaymentThatIsUnderWayIsCancelledWhenItsSaleIsStopped() throws Exception {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        Order order = shop.bookAtBank(ADA, hold);
        stopSale();
        later(Duration.ofSeconds(2));
        shop.awaitStatus(order.id(), OrderStatus.PAYMENT_FAILED);
        assertThat(bank.charges.get(key(order)).toString()).contains("cancelled");
        shop.stopped.resume(event, _ -> {});
        assertThat(shop.book(ADA, hold, "tok_ok").status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    private Order refundRefused() {
        bank.refusesRefunds(true);
        Order order = paidAtBank("A-1-1");
        shop.cancelling.cancel(order.id());
        assertThat(shop.order(order.id()).step()).isEqualTo(Step.HALTED);
        return order;
    }

    private Order paidAtBank(String seat) {
        Order order = shop.bookAtBank(ADA, shop.hold(ADA, event, seat));
        bank.take(key(order));
        bank.tell(shop.payments, key(order));
        assertThat(shop.order(order.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
        return order;
    }

    @Test
    void aRefusedRefundIsACaseUntilTheProviderTakesIt() throws Exception {
        Order order = refundRefused();
        assertThat(shop.views.of(shop.order(order.id())).underReview()).isTrue();
        MoneyCase refused = onlyCase();
        assertThat(refused.kind()).isEqualTo(CaseKind.REFUND_REFUSED);
        shop.cases.count();
        assertThat(shop.cases.open()).containsKey("refund-refused");
        act(refused, CaseAct.RETRY_REFUND, null);
        MoneyCase again = onlyCase();
        assertThat(again.id()).as("refused once more").isNotEqualTo(refused.id());
        assertThatThrownBy(() -> act(refused, CaseAct.RETRY_REFUND, null))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("case-closed"));
        bank.refusesRefunds(false);
        act(again, CaseAct.RETRY_REFUND, null);
        shop.awaitStatus(order.id(), OrderStatus.REFUNDED);
        assertThat(bank.back()).isEqualTo(order.total().amountMinor());
    }

    @Test
    void aRefundMadeByHandNeedsANoteAndEndsTheBooking() {
        Order order = refundRefused();
        MoneyCase refused = onlyCase();
        assertThatThrownBy(() -> act(refused, CaseAct.MARK_REFUNDED, " "))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(422));
        assertThatThrownBy(() -> act(refused, CaseAct.GIVE_BACK, null))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("act-not-possible"));
        act(refused, CaseAct.MARK_REFUNDED, "bank transfer 4711");
        assertThat(shop.order(order.id()).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(bank.back()).isZero();
        assertThat(audited(refused)).isEqualTo(1);
    }

    private static int audited(MoneyCase about) {
        return database.withHandle(
                handle ->
                        handle.select(
                                        """
                                        SELECT count(*) FROM audit.entry
                                        WHERE subject = ? AND account = ?
                                        """,
                                        Ids.text(about.id()),
                                        OPERATOR)
                                .mapTo(Integer.class)
                                .one());
    }

    private Order tripped() {
        database.useHandle(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO tickets.ticket (id, event, booking, serial, owner,
                                    holder_name, seat, seat_id, section, zone, status, issued_at)
                                VALUES (?, ?, ?, 1, 1, 'Nobody', 0, 'A-1-1', 'A', 'Front',
                                    'valid', now())
                                """,
                                event,
                                event,
                                event));
        Order order = shop.book(ADA, shop.hold(ADA, event, "A-1-1"), "tok_ok");
        assertThat(order.step()).isEqualTo(Step.HALTED);
        return order;
    }

    @Test
    void aHaltedBookingIsFinishedByAnOperatorAndItsBuyerHearsTheTruthMeanwhile() {
        Order order = tripped();
        assertThatThrownBy(() -> shop.cancelling.cancel(order.id()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("booking-under-review"));
        act(onlyCase(), CaseAct.FINISH, null);
        MoneyCase again = onlyCase();
        assertThat(again.kind()).isEqualTo(CaseKind.SECOND_GUARD);
        database.useHandle(
                handle -> handle.execute("DELETE FROM tickets.ticket WHERE id = ?", event));
        act(again, CaseAct.FINISH, null);
        assertThat(shop.order(order.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(shop.ticketsOf(order)).hasSize(1);
    }

    @Test
    void aHaltedBookingIsGivenBackByAnOperator() throws Exception {
        Order order = tripped();
        act(onlyCase(), CaseAct.GIVE_BACK, null);
        shop.awaitStatus(order.id(), OrderStatus.REFUNDED);
    }

    @Test
    void anotherAmountThanWasAskedForIsACaseAndTheBookingWaits() throws Exception {
        Order order = shop.bookAtBank(ADA, shop.hold(ADA, event, "A-1-1"));
        bank.charges.put(key(order), new ProviderAnswer.Succeeded("b", new Money(55, "EUR")));
        bank.tell(shop.payments, key(order));
        MoneyCase differs = onlyCase();
        assertThat(differs.kind()).isEqualTo(CaseKind.AMOUNT_DIFFERS);
        assertThat(shop.order(order.id()).step()).matches(Step::looksAtPayment);
        bank.take(key(order));
        act(differs, CaseAct.LOOK_AGAIN, null);
        shop.awaitStatus(order.id(), OrderStatus.CONFIRMED);
    }

    @Test
    void aProviderThatIsSilentForAWeekIsACase() throws Exception {
        Order order = shop.bookAtBank(ADA, shop.hold(ADA, event, "A-1-1"));
        bank.lose(Bank.Lost.STATUS);
        database.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE payments.payment SET checks = 1000 WHERE id = ?",
                                order.payment()));
        clock.forward(Duration.ofSeconds(6));
        shop.payments.reconcile();
        MoneyCase silent = onlyCase();
        assertThat(silent.kind()).isEqualTo(CaseKind.PROVIDER_SILENT);
        assertThat(isAskedAbout(order)).isFalse();
        act(silent, CaseAct.LOOK_AGAIN, null);
        assertThat(isAskedAbout(order)).as("though the provider is still silent").isTrue();
        bank.lose();
        bank.take(key(order));
        clock.forward(Duration.ofSeconds(6));
        shop.payments.reconcile();
        shop.awaitStatus(order.id(), OrderStatus.CONFIRMED);
    }

    private static boolean isAskedAbout(Order order) {
        return database.withHandle(
                handle ->
                        handle.select(
                                        """
                                        SELECT check_at IS NOT NULL FROM payments.payment
                                        WHERE id = ?
                                        """,
                                        order.payment())
                                .mapTo(Boolean.class)
                                .one());
    }

    @Test
    void whatCostNothingNeedsNoAccount() {
        database.useHandle(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO payments.payment (id, reference, provider,
                                    amount_minor, currency, return_path, status, created_at,
                                    settled_at)
                                VALUES (?, ?, 'bank', 0, 'EUR', '/', 'succeeded', ?, ?)
                                """,
                                event,
                                event,
                                OrderTable.utc(Instant.EPOCH),
                                OrderTable.utc(Instant.EPOCH)));
        shop.money.compare();
        assertThat(shop.cases.list(Long.MAX_VALUE, 100)).noneMatch(one -> one.payment() == event);
    }

    @Test
    void seatsThatTheLedgerDoesNotTakeBackAreACaseAndTheMoneyGoesBack() throws Exception {
        Order order = paidAtBank("A-1-1");
        database.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE booking.order_line SET seat = 77 WHERE booking = ?",
                                order.id()));
        shop.cancelling.cancel(order.id());
        shop.awaitStatus(order.id(), OrderStatus.REFUNDED);
        assertThat(onlyCase().kind()).isEqualTo(CaseKind.SEATS_NOT_RETURNED);
        assertThat(bank.back()).isEqualTo(order.total().amountMinor());
    }

    @Test
    void moreIsNeverGivenBackThanWasPaid() {
        Order order = paidAtBank("A-1-1");
        database.useTransaction(
                handle -> shop.payments.openRefund(handle, event, order.payment(), 1));
        shop.cancelling.cancel(order.id());
        assertThat(shop.order(order.id()).step()).isEqualTo(Step.HALTED);
        assertThat(onlyCase().kind()).isEqualTo(CaseKind.REFUND_TOO_LARGE);
        assertThat(bank.back()).isZero();
    }

    @Test
    void moneyForABookingThatDoesNotExistIsACase() {
        long payment = event;
        database.useHandle(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO payments.payment (id, reference, provider,
                                    amount_minor, currency, return_path, status, created_at,
                                    settled_at)
                                VALUES (?, ?, 'bank', 700, 'EUR', '/', 'succeeded', ?, ?)
                                """,
                                payment,
                                event,
                                OrderTable.utc(Instant.EPOCH),
                                OrderTable.utc(Instant.EPOCH)));
        shop.money.compare();
        shop.money.compare();
        List<MoneyCase> open =
                shop.cases.list(Long.MAX_VALUE, 100).stream()
                        .filter(one -> one.payment() == payment)
                        .toList();
        assertThat(open).extracting(MoneyCase::kind).containsExactly(CaseKind.PAID_FOR_NOTHING);
        act(open.getFirst(), CaseAct.CLOSE, "given back at the bank's own page");
        shop.money.compare();
        assertThat(shop.cases.list(Long.MAX_VALUE, 100)).noneMatch(one -> one.payment() == payment);
    }
}
