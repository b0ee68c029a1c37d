package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.client.LedgerImage;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.BookingView;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.Stage;
import dev.cavea.platform.booking.internal.order.SagaWatch.Moment;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.SteppedClock;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import dev.cavea.platform.tickets.Ticket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process dies at every point of every path; the next one brings each booking to its end. */
@Timeout(60)
class SagaCrashTest {

    private static final AtomicLong EVENTS = new AtomicLong(1_000);
    private static final Caller ADA = Shop.fan(1);
    private static final Caller BOB = Shop.fan(2);

    private static TestLedger ledger;
    private static Jdbi database;
    private static Stage stage;
    private final SteppedClock clock = new SteppedClock();
    private final long event = EVENTS.incrementAndGet();
    private final Bank bank = new Bank();
    private Shop shop;

    /** What a killed process does not survive. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

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

    @AfterEach
    void close() {
        shop.close();
    }

    private void open() {
        stage.open(event, UnaryOperator.identity());
        shop = new Shop(database, ledger, stage, clock, bank);
    }

    /** From there on this process does nothing more. */
    private AtomicBoolean killAt(Step step, Moment moment) {
        AtomicBoolean dead = new AtomicBoolean();
        Shop dying = shop;
        shop.saga.watchedBy(
                (at, when) -> {
                    if (dead.get() || (at == step && when == moment)) {
                        dead.set(true);
                        dying.sandbox.close();
                        throw new Killed();
                    }
                });
        return dead;
    }

    private void dies(AtomicBoolean dead, Runnable work) throws InterruptedException {
        try {
            work.run();
        } catch (Killed _) {
            assertThat(dead).isTrue();
        }
        Shop.await(dead::get);
    }

    /** New objects over the same database and ledger, once the dead one's lease is over. */
    private void restart() {
        shop.close();
        clock.forward(Shop.LEASE.plusSeconds(1));
        shop = new Shop(database, ledger, stage, clock, bank);
    }

    private static Stream<Arguments> at(Step... steps) {
        return Arrays.stream(steps)
                .flatMap(
                        step ->
                                Arrays.stream(Moment.values())
                                        .map(moment -> Arguments.of(step, moment)));
    }

    static Stream<Arguments> wayToTickets() {
        return at(Step.PIN, Step.CHARGE, Step.SELL, Step.ISSUE);
    }

    @ParameterizedTest
    @MethodSource("wayToTickets")
    void aBookingUnderWayIsConfirmedOnce(Step step, Moment moment) throws Exception {
        open();
        LiveHold hold = shop.hold(ADA, event, "A-1-1", "A-1-2");
        AtomicBoolean dead = killAt(step, moment);
        dies(dead, () -> shop.book(ADA, hold, "tok_ok"));
        restart();
        Order order = shop.awaitStatus(onlyOrder(), OrderStatus.CONFIRMED);
        assertThat(shop.ticketsOf(order)).hasSize(2);
        assertThat(charges(order)).isEqualTo(1);
        assertThat(sold()).isEqualTo(2);
        assertThat(letters(order)).isEqualTo(1);
    }

    static Stream<Arguments> waitForAPayment() {
        return at(Step.AWAIT_PAYMENT);
    }

    @ParameterizedTest
    @MethodSource("waitForAPayment")
    void anOutcomeThatNobodyHeardIsFound(Step step, Moment moment) throws Exception {
        open();
        Order order = shop.book(ADA, shop.hold(ADA, event, "A-1-1"), "tok_3ds");
        BookingView asked = shop.views.of(order);
        AtomicBoolean dead = killAt(step, moment);
        dies(dead, () -> approve(asked));
        restart();
        shop.awaitStatus(order.id(), OrderStatus.CONFIRMED);
        assertThat(charges(order)).isEqualTo(1);
    }

    static Stream<Arguments> keptForAnAction() {
        return at(Step.KEEP);
    }

    @ParameterizedTest
    @MethodSource("keptForAnAction")
    void seatsAreKeptForAnActionThatIsTaken(Step step, Moment moment) throws Exception {
        open();
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        AtomicBoolean dead = killAt(step, moment);
        dies(dead, () -> shop.book(ADA, hold, "tok_3ds"));
        restart();
        shop.saga.runDue();
        Shop.await(() -> shop.order(onlyOrder()).step() == Step.AWAIT_PAYMENT);
        assertThat(shop.desk.release(ADA, hold.name()).join().orElseThrow().slug())
                .isEqualTo("payment-in-flight");
        approve(shop.views.of(shop.order(onlyOrder())));
        shop.awaitStatus(onlyOrder(), OrderStatus.CONFIRMED);
    }

    static Stream<Arguments> wayOfARefusal() {
        return at(Step.UNPIN);
    }

    @ParameterizedTest
    @MethodSource("wayOfARefusal")
    void aRefusedPaymentGivesTheHoldItsOwnTimeAgain(Step step, Moment moment) throws Exception {
        open();
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        AtomicBoolean dead = killAt(step, moment);
        dies(dead, () -> shop.book(ADA, hold, "tok_declined"));
        restart();
        shop.awaitStatus(onlyOrder(), OrderStatus.PAYMENT_FAILED);
        assertThat(shop.desk.release(ADA, hold.name()).join()).isEmpty();
    }

    static Stream<Arguments> wayOfACancellation() {
        return at(Step.GIVE_BACK, Step.REFUND);
    }

    @ParameterizedTest
    @MethodSource("wayOfACancellation")
    void aCancelledBookingIsRefundedOnceAndItsSeatsAreFree(Step step, Moment moment)
            throws Exception {
        open();
        Order order = shop.book(ADA, shop.hold(ADA, event, "A-1-1"), "tok_ok");
        AtomicBoolean dead = killAt(step, moment);
        dies(dead, () -> shop.cancelling.cancel(order.id()));
        restart();
        shop.awaitStatus(order.id(), OrderStatus.REFUNDED);
        assertThat(refunds(order)).isEqualTo(1);
        assertThat(sold()).isZero();
        assertThat(shop.ticketsOf(order)).allMatch(t -> t.status() == Ticket.Status.VOID);
        Order next = shop.book(BOB, shop.hold(BOB, event, "A-1-1"), "tok_ok");
        assertThat(next.status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    static Stream<Arguments> wayOfALatePayment() {
        return at(Step.RELEASE, Step.AWAIT_LATE_PAYMENT, Step.HOLD_AGAIN);
    }

    @ParameterizedTest
    @MethodSource("wayOfALatePayment")
    void aLatePaymentGetsItsPlacesOnce(Step step, Moment moment) throws Exception {
        open();
        Order order = shop.bookAtBank(ADA, shop.hold(ADA, event, "A-1-1", "A-1-2"));
        bank.lose(Bank.Lost.CANCEL);
        AtomicBoolean dead = killAt(step, moment);
        clock.forward(Duration.ofMinutes(11));
        dies(
                dead,
                () -> {
                    shop.saga.runDue();
                    if (!dead.get()) {
                        take(order);
                    }
                });
        restart();
        take(order);
        Order late = shop.awaitStatus(order.id(), OrderStatus.CONFIRMED);
        assertThat(shop.ticketsOf(late)).hasSize(2);
        assertThat(sold()).isEqualTo(2);
        assertThat(bank.charges).hasSize(1);
        assertThat(bank.refunds).isEmpty();
    }

    private void take(Order order) {
        bank.take(Ids.text(order.payment()));
        bank.tell(shop.payments, Ids.text(order.payment()));
    }

    @Test
    void thePinOfASecondTryOutlivesALateUnpinOfTheFirst() throws Exception {
        open();
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        Order first = shop.bookAtBank(ADA, hold);
        AtomicBoolean late = new AtomicBoolean();
        shop.saga.watchedBy(
                (at, when) -> {
                    if (at == Step.UNPIN
                            && when == Moment.BEFORE_EFFECT
                            && late.compareAndSet(false, true)) {
                        shop.saga.advance(first.id());
                        shop.bookAtBank(ADA, hold);
                    }
                });
        bank.refuse(Ids.text(first.payment()));
        bank.tell(shop.payments, Ids.text(first.payment()));
        assertThat(late).isTrue();
        assertThat(shop.desk.release(ADA, hold.name()).join().orElseThrow().slug())
                .isEqualTo("payment-in-flight");
    }

    @Test
    void aPinThatComesAfterItsBookingHasFailedIsLifted() {
        open();
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        shop.saga.watchedBy(
                (at, when) -> {
                    if (at == Step.PIN && when == Moment.BEFORE_EFFECT) {
                        database.useHandle(
                                handle ->
                                        handle.execute(
                                                """
                                                        UPDATE booking.orders SET step = 'done',
                                                            status = 'payment_failed',
                                                            version = version + 1, due_at = NULL
                                                        WHERE event = ?
                                                        """,
                                                event));
                    }
                });
        shop.bookAtBank(ADA, hold);
        assertThat(shop.desk.release(ADA, hold.name()).join()).isEmpty();
    }

    private void approve(BookingView asked) {
        String reference = Path.of(asked.paymentAction().url()).getName(4).toString();
        shop.sandbox.act(shop.sandbox.chargeToActOn(reference).orElseThrow(), true);
    }

    private long onlyOrder() {
        return number("SELECT id FROM booking.orders WHERE event = ?", event);
    }

    private static long charges(Order order) {
        return number(
                "SELECT count(*) FROM payments.sandbox_charge WHERE key = ?",
                Ids.text(order.payment()));
    }

    private static long refunds(Order order) {
        return number(
                "SELECT count(*) FROM payments.sandbox_refund WHERE charge = ?",
                Ids.text(order.payment()));
    }

    private static long letters(Order order) {
        return number("SELECT count(*) FROM booking.outbox WHERE booking = ?", order.id());
    }

    private static long number(String sql, Object argument) {
        return database.withHandle(handle -> handle.select(sql, argument).mapTo(Long.class).one());
    }

    /** Seats of this event that the ledger has sold. */
    private int sold() {
        List<LedgerImage.House> houses = ledger.feed().image().houses();
        LedgerImage.House house =
                houses.stream().filter(h -> h.house() == event).findFirst().orElseThrow();
        int sold = 0;
        for (byte state : house.states()) {
            sold += state == LedgerImage.SOLD ? 1 : 0;
        }
        return sold;
    }
}
