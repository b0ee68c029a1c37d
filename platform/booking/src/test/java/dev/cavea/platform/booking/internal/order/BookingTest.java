package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.BookingView;
import dev.cavea.platform.booking.HoldOutcome;
import dev.cavea.platform.booking.HoldRequest;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.NewBooking;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.Stage;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.testing.SteppedClock;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import dev.cavea.platform.tickets.Ticket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class BookingTest {

    private static final AtomicLong EVENTS = new AtomicLong(200);
    private static final Caller ADA = Shop.fan(1);
    private static final Caller BOB = Shop.fan(2);

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

    /** Another process over the same database and ledger, some time later. */
    private void restart(Duration later) {
        shop.close();
        clock.forward(later);
        shop = new Shop(database, ledger, stage, clock, bank);
    }

    private boolean isFree(String seat) {
        Caller other = Shop.fan(9_000 + EVENTS.incrementAndGet());
        HoldRequest request = new HoldRequest.Named(List.of(seat));
        HoldOutcome outcome = shop.desk.hold(other, event, request, null).join();
        if (outcome instanceof HoldOutcome.Granted(LiveHold hold)) {
            shop.desk.release(other, hold.name()).join();
            return true;
        }
        return false;
    }

    @Test
    void aGoodCardConfirmsAtOnceWithTicketsAndMail() {
        LiveHold hold = shop.hold(ADA, event, "A-1-1", "A-1-2");
        Order order = shop.book(ADA, hold, "tok_ok");
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.total()).isEqualTo(new Money(11_000, "EUR"));
        assertThat(order.fee()).isEqualTo(new Money(1_000, "EUR"));
        assertThat(shop.ticketsOf(order))
                .extracting(ticket -> ticket.place().seatId())
                .containsExactly("A-1-1", "A-1-2");
        assertThat(isFree("A-1-1")).isFalse();
        shop.outbox.sendDue();
        assertThat(lettersFor(order))
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.recipient()).isEqualTo("ada@example.org");
                            assertThat(letter.body())
                                    .startsWith("Hello Ada,\n")
                                    .contains("Tuesday, 2 October 2096, 07:06 (UTC), ")
                                    .contains("row 1, seat 2: 55.00 EUR");
                        });
        shop.outbox.sendDue();
        assertThat(lettersFor(order)).hasSize(1);
    }

    /** Whoever books chooses the name and the address that the letter goes to. */
    @Test
    void aLetterCarriesNobodysLink() {
        LiveHold hold = shop.hold(ADA, event, "A-1-5");
        NewBooking asked =
                new NewBooking(
                        hold.name().text(),
                        new NewBooking.Buyer("victim@example.org", "Win at evil.example/x"),
                        new NewBooking.Payment("sandbox", "tok_ok"));
        Order order = shop.bookings.book(ADA, asked);
        shop.outbox.sendDue();
        assertThat(lettersFor(order))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.body())
                                        .startsWith("Hello,\n")
                                        .doesNotContain("evil"));
    }

    @Test
    void placesInAnAreaGetATicketEach() {
        LiveHold hold = shop.granted(ADA, event, new HoldRequest.Standing("PIT", 3));
        Order order = shop.book(ADA, hold, "tok_ok");
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(shop.ticketsOf(order)).hasSize(3);
        BookingView view = shop.views.of(order);
        assertThat(view.area()).isEqualTo("Pit");
        assertThat(view.seats()).isEmpty();
    }

    @Test
    void aDeclinedCardKeepsTheHoldForAnother() {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        Order failed = shop.book(ADA, hold, "tok_declined");
        assertThat(failed.status()).isEqualTo(OrderStatus.PAYMENT_FAILED);
        assertThat(shop.views.of(failed).paymentFailure()).isEqualTo("card_declined");
        assertThat(shop.ticketsOf(failed)).isEmpty();
        Order second = shop.book(ADA, hold, "tok_ok");
        assertThat(second.id()).isNotEqualTo(failed.id());
        assertThat(second.status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void aDeclinedCardsHoldCanBeReleased() {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        shop.book(ADA, hold, "tok_declined");
        assertThat(shop.desk.release(ADA, hold.name()).join()).isEmpty();
    }

    @Test
    void aSlowPaymentConfirmsByItself() throws Exception {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        Order pending = shop.book(ADA, hold, "tok_slow");
        assertThat(pending.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        Shop.await(() -> shop.order(pending.id()).status() == OrderStatus.CONFIRMED);
        assertThat(shop.ticketsOf(pending)).hasSize(1);
    }

    @Test
    void aProviderThatNeverAnswersIsHeardAfterARestart() throws Exception {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        Order pending = shop.book(ADA, hold, "tok_timeout");
        assertThat(pending.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        restart(Duration.ofSeconds(61));
        shop.awaitStatus(pending.id(), OrderStatus.CONFIRMED);
    }

    @Test
    void anActionIsAskedForThenDecides() throws Exception {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        Order order = shop.book(ADA, hold, "tok_3ds");
        BookingView view = shop.views.of(order);
        assertThat(view.status()).isEqualTo("pending_payment");
        assertThat(view.paymentAction().type()).isEqualTo("redirect");
        act(view, true);
        shop.awaitStatus(order.id(), OrderStatus.CONFIRMED);
        assertThat(shop.views.of(shop.order(order.id())).paymentAction()).isNull();
    }

    @Test
    void aDeclinedActionFailsThePayment() throws Exception {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        Order order = shop.book(ADA, hold, "tok_3ds");
        act(shop.views.of(order), false);
        shop.awaitStatus(order.id(), OrderStatus.PAYMENT_FAILED);
    }

    private void act(BookingView view, boolean approve) {
        String reference = Path.of(view.paymentAction().url()).getName(4).toString();
        shop.sandbox.act(shop.sandbox.chargeToActOn(reference).orElseThrow(), approve);
    }

    @Test
    void aDoubledWebhookSellsOnce() throws Exception {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        Order order = shop.book(ADA, hold, "tok_duplicate");
        shop.awaitStatus(order.id(), OrderStatus.CONFIRMED);
        Shop.await(() -> deliveriesLeft(order) == 0);
        assertThat(shop.ticketsOf(order)).hasSize(1);
        shop.outbox.sendDue();
        assertThat(lettersFor(order)).hasSize(1);
    }

    private List<Mailer.Letter> lettersFor(Order order) {
        String number = Ids.text(order.id());
        return shop.letters.stream().filter(letter -> letter.body().contains(number)).toList();
    }

    private int deliveriesLeft(Order order) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT sum(deliveries_left) FROM payments.sandbox_charge
                                        WHERE key = :key
                                        """)
                                .bind("key", Ids.text(order.payment()))
                                .mapTo(Integer.class)
                                .one());
    }

    @Test
    void aSecondRequestForTheSameHoldGivesTheSameBooking() {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        Order first = shop.book(ADA, hold, "tok_slow");
        Order second = shop.book(ADA, hold, "tok_ok");
        assertThat(second.id()).isEqualTo(first.id());
        Order sold = shop.book(ADA, shop.hold(ADA, event, "A-1-2"), "tok_ok");
        assertThat(shop.book(ADA, liveHold(sold), "tok_ok").id()).isEqualTo(sold.id());
    }

    private static LiveHold liveHold(Order order) {
        return new LiveHold(
                order.hold(), stage.onSale(order.event()), order.buyer(), order.places(), 0, 0, 0);
    }

    @Test
    void anothersOrAnEndedHoldCannotBeBooked() {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        assertThatThrownBy(() -> shop.book(BOB, hold, "tok_ok"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("hold-gone"));
        NewBooking nonsense =
                new NewBooking(
                        "nonsense",
                        new NewBooking.Buyer("a@b", "A"),
                        new NewBooking.Payment("sandbox", "tok_ok"));
        assertThatThrownBy(() -> shop.bookings.book(ADA, nonsense))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("hold-gone"));
    }

    @Test
    void aHoldThatEndedBeforeItsPinOwesNothing() {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        ledger.client().submit(new ReleaseHold(event, hold.id(), 0)).join();
        Order order = shop.book(ADA, hold, "tok_ok");
        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order.step()).isEqualTo(Step.DONE);
    }

    @Test
    void refusesABodyThatLacksWhatItNeeds() {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        NewBooking bad =
                new NewBooking(
                        hold.name().text(),
                        new NewBooking.Buyer("no address", ""),
                        new NewBooking.Payment("sandbox", "tok_free"));
        assertThatThrownBy(() -> shop.bookings.book(ADA, bad))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(422));
        assertThatThrownBy(() -> shop.book(ADA, hold, "tok_free")).isInstanceOf(Problem.class);
        assertThat(shop.book(ADA, hold, "tok_ok").status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void aPaymentThatNeverComesFreesThePlacesInTheEnd() throws Exception {
        LiveHold hold = shop.hold(ADA, event, "A-1-1");
        Order order = shop.book(ADA, hold, "tok_3ds");
        clock.forward(Duration.ofMinutes(11));
        shop.saga.runDue();
        Shop.await(() -> shop.order(order.id()).status() == OrderStatus.EXPIRED);
        Shop.await(() -> isFree("A-1-1"));
    }

    /** Given up on, since the bank did not hear that it should take no money any more. */
    private Order expiredAtBank(LiveHold hold) throws InterruptedException {
        Order order = shop.bookAtBank(ADA, hold);
        bank.lose(Bank.Lost.CANCEL);
        clock.forward(Duration.ofMinutes(11));
        shop.saga.runDue();
        Shop.await(() -> shop.order(order.id()).step() == Step.AWAIT_LATE_PAYMENT);
        return order;
    }

    private void bankTakes(Order order) {
        bank.take(Ids.text(order.payment()));
        bank.tell(shop.payments, Ids.text(order.payment()));
    }

    @Test
    void aPaymentThatComesTooLateGetsTheSamePlacesIfTheyAreFree() throws Exception {
        Order order = expiredAtBank(shop.hold(ADA, event, "A-1-1", "A-1-2"));
        bankTakes(order);
        Order late = shop.awaitStatus(order.id(), OrderStatus.CONFIRMED);
        assertThat(late.hold()).isNotEqualTo(order.hold());
        assertThat(shop.ticketsOf(late)).hasSize(2);
        assertThat(isFree("A-1-1")).isFalse();
    }

    @Test
    void aPaymentThatComesTooLateIsRefundedIfThePlacesAreGone() throws Exception {
        Order order = expiredAtBank(shop.hold(ADA, event, "A-1-1", "A-1-2"));
        Order bobs = shop.book(BOB, shop.hold(BOB, event, "A-1-2"), "tok_ok");
        assertThat(bobs.status()).isEqualTo(OrderStatus.CONFIRMED);
        bankTakes(order);
        Order late = shop.awaitStatus(order.id(), OrderStatus.REFUNDED);
        assertThat(shop.ticketsOf(late)).isEmpty();
        assertThat(bank.back()).isEqualTo(late.total().amountMinor());
    }

    private static long refunded(Order order) {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT coalesce(sum(amount_minor), 0)
                                        FROM payments.sandbox_refund WHERE charge = :charge
                                        """)
                                .bind("charge", Ids.text(order.payment()))
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void cancellingAConfirmedBookingVoidsTicketsFreesSeatsAndGivesTheMoneyBack() {
        Order order = shop.book(ADA, shop.hold(ADA, event, "A-1-1"), "tok_ok");
        Order cancelled = shop.cancelling.cancel(order.id());
        assertThat(cancelled.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(refunded(cancelled)).isEqualTo(5_500);
        assertThat(shop.ticketsOf(order).getFirst().status()).isEqualTo(Ticket.Status.VOID);
        Order next = shop.book(BOB, shop.hold(BOB, event, "A-1-1"), "tok_ok");
        assertThat(next.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(shop.cancelling.cancel(order.id()).status())
                .as("a second time changes nothing")
                .isEqualTo(OrderStatus.REFUNDED);
        assertThat(refunded(cancelled)).isEqualTo(5_500);
    }

    @Test
    void cancellingAPendingBookingFreesItsPlacesAndTakesNoMoney() throws Exception {
        Order order = shop.book(ADA, shop.hold(ADA, event, "A-1-1"), "tok_3ds");
        BookingView asked = shop.views.of(order);
        Order cancelled = shop.cancelling.cancel(order.id());
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.step()).isEqualTo(Step.DONE);
        assertThat(isFree("A-1-1")).isTrue();
        act(asked, true);
        assertThat(shop.payments.state(order.payment()).failureCode()).isEqualTo("cancelled");
    }

    @Test
    void givesBackWhatWasSoldForAnEventThatIsCalledOff() throws Exception {
        final Order paid = shop.book(ADA, shop.hold(ADA, event, "A-1-1"), "tok_ok");
        final Order paying = shop.book(BOB, shop.hold(BOB, event, "A-1-2"), "tok_3ds");
        final long playing = EVENTS.incrementAndGet();
        stage.open(playing, UnaryOperator.identity());
        final Order other = shop.book(ADA, shop.hold(ADA, playing, "A-1-1"), "tok_ok");
        callOff();
        assertThat(shop.order(paid.id()).status())
                .as("not before it is called off")
                .isEqualTo(OrderStatus.CONFIRMED);
        shop.stage.callOff(event);
        clock.forward(Duration.ofMillis(4_000_000_000_000L - clock.millis()));
        callOff();
        shop.awaitStatus(paid.id(), OrderStatus.REFUNDED);
        assertThat(shop.order(paying.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(refunded(paid)).isEqualTo(5_500);
        assertThat(shop.ticketsOf(paid).getFirst().status()).isEqualTo(Ticket.Status.VOID);
        assertThat(shop.order(other.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
        Shop.await(
                () -> {
                    shop.outbox.sendDue();
                    return lettersFor(paid).stream()
                            .map(Mailer.Letter::subject)
                            .anyMatch("Medea is cancelled; you will be refunded"::equals);
                });
    }

    @Test
    void looksNoMoreAtACancelledEventOnceNothingOfItHasStoodForLong() {
        Order paid = shop.book(ADA, shop.hold(ADA, event, "A-1-1"), "tok_ok");
        shop.stage.callOff(event);
        CalledOff calledOff = shop.calledOff;
        assertThat(calledOff.giveBack(event)).as("something stood").isFalse();
        assertThat(shop.order(paid.id()).status()).isNotEqualTo(OrderStatus.CONFIRMED);
        assertThat(calledOff.giveBack(event)).as("a late payment may still come").isFalse();
        clock.forward(Duration.ofMinutes(31));
        assertThat(calledOff.giveBack(event)).as("done for good").isTrue();
    }

    @Test
    void nothingIsCancelledOnceTheEventHasStartedOrTheBookingHasEnded() {
        Order order = shop.book(ADA, shop.hold(ADA, event, "A-1-1"), "tok_ok");
        Order failed = shop.book(ADA, shop.hold(ADA, event, "A-1-2"), "tok_declined");
        assertThatThrownBy(() -> shop.cancelling.cancel(failed.id()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("booking-ended"));
        clock.forward(Duration.ofMillis(4_000_000_000_000L - clock.millis()));
        assertThatThrownBy(() -> shop.cancelling.cancel(order.id()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.slug()).isEqualTo("too-late-to-cancel"));
        assertThat(shop.ticketsOf(order).getFirst().status()).isEqualTo(Ticket.Status.VALID);
    }

    private List<Order> of(Caller buyer, long before) {
        return shop.bookings.ofBuyers(List.of(buyer.account()), before, 10);
    }

    @Test
    void bookingsAreListedForTheirBuyerAloneTheNewestFirst() {
        Caller eve = Shop.fan(77_000 + event);
        Order first = shop.book(eve, shop.hold(eve, event, "A-1-1"), "tok_ok");
        Order second = shop.book(eve, shop.hold(eve, event, "A-1-2", "A-1-3"), "tok_ok");
        List<Order> listed = of(eve, Long.MAX_VALUE);
        assertThat(listed).extracting(Order::id).containsExactly(second.id(), first.id());
        assertThat(listed.getFirst().lines()).hasSize(2);
        assertThat(of(eve, second.id())).extracting(Order::id).containsExactly(first.id());
        assertThat(of(BOB, Long.MAX_VALUE))
                .extracting(Order::id)
                .doesNotContain(first.id(), second.id());
        assertThat(shop.bookings.ofEvent(event, Long.MAX_VALUE, 10)).hasSize(2);
    }

    @Test
    void theSecondGuardStopsTheSaleOfThatEventAlone() {
        database.useHandle(
                handle ->
                        handle.execute(
                                """
                                INSERT INTO tickets.ticket (id, event, booking, serial, owner,
                                    holder_name, seat, seat_id, section, zone, status, issued_at)
                                VALUES (?, ?, 1, 1, 1, 'Nobody', 0, 'A-1-1', 'A', 'Front',
                                    'valid', now())
                                """,
                                event,
                                event));
        Order order = shop.book(ADA, shop.hold(ADA, event, "A-1-1"), "tok_ok");
        assertThat(order.step()).isEqualTo(Step.HALTED);
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(shop.stopped.events()).contains(event);
        HoldRequest request = new HoldRequest.Named(List.of("A-1-2"));
        assertThat(shop.desk.hold(BOB, event, request, null).join())
                .isInstanceOfSatisfying(
                        HoldOutcome.Refused.class,
                        refused -> assertThat(refused.problem().slug()).isEqualTo("sale-closed"));
        restart(Duration.ZERO);
        assertThat(shop.stopped.events()).as("known after a restart").contains(event);
        long other = EVENTS.incrementAndGet();
        stage.open(other, UnaryOperator.identity());
        assertThat(shop.book(BOB, shop.hold(BOB, other, "A-1-1"), "tok_ok").status())
                .isEqualTo(OrderStatus.CONFIRMED);
        assertThat(shop.stopped.resume(event, _ -> {})).isTrue();
        assertThat(shop.stopped.resume(event, _ -> {})).as("a second time").isFalse();
        assertThat(isFree("A-1-2")).isTrue();
    }

    private void callOff() {
        shop.calledOff.cancelled().forEach(shop.calledOff::giveBack);
    }
}
