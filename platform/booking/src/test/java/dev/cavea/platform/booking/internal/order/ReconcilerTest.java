package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.core.command.ReturnSeats;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.Stage;
import dev.cavea.platform.booking.internal.reconcile.Reconciler;
import dev.cavea.platform.booking.internal.reconcile.SaleLog;
import dev.cavea.platform.booking.internal.report.SalesReport;
import dev.cavea.platform.booking.internal.report.SalesSummary;
import dev.cavea.platform.booking.internal.report.SeatCounts;
import dev.cavea.platform.feed.FeedTail;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.testing.SteppedClock;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class ReconcilerTest {

    private static final long EVENT = 1;
    private static final Caller ADA = Shop.fan(1);

    private final TestLedger ledger = TestLedger.start();
    private final Jdbi database =
            Jdbi.create(
                    TestPostgres.freshDatabase(
                            "storage", "audit", "payments", "tickets", "booking"));
    private final Stage stage = new Stage(ledger.client());
    private final SteppedClock clock = new SteppedClock();
    private Shop shop = new Shop(database, ledger, stage, clock);
    private Reconciler reconciler = new Reconciler(database, shop.tickets, clock);
    private FeedTail tail = tail();

    private FeedTail tail() {
        SaleLog log = new SaleLog(database);
        return new FeedTail("sales", ledger.feed(), log::position, log::accept);
    }

    @BeforeEach
    void open() {
        stage.open(EVENT, UnaryOperator.identity());
        tail.start();
    }

    @AfterEach
    void close() {
        tail.close();
        shop.close();
        ledger.close();
    }

    private int logged() {
        return database.withHandle(
                handle ->
                        handle.select("SELECT count(*) FROM booking.ledger_sale")
                                .mapTo(Integer.class)
                                .one());
    }

    @Test
    void aSaleWithItsTicketsAgreesForGood() throws Exception {
        shop.book(ADA, shop.hold(ADA, EVENT, "A-1-1", "A-1-2"), "tok_ok");
        Shop.await(() -> logged() == 1);
        reconciler.compare();
        clock.forward(Duration.ofMinutes(5));
        reconciler.compare();
        assertThat(reconciler.differences()).isEmpty();
    }

    @Test
    void aSaleThatNoBookingKnowsIsReportedUntilItIsGone() throws Exception {
        LiveHold hold = shop.hold(ADA, EVENT, "A-1-1");
        ledger.client().submit(new SellHold(EVENT, hold.id())).join();
        Shop.await(() -> logged() == 1);
        reconciler.compare();
        assertThat(reconciler.differences()).as("not yet").isEmpty();
        clock.forward(Duration.ofMinutes(2));
        reconciler.compare();
        assertThat(reconciler.differences()).singleElement().asString().contains(Ids.text(EVENT));
        giveBack(hold);
        reconciler.compare();
        assertThat(reconciler.differences()).isEmpty();
    }

    private void giveBack(LiveHold hold) throws InterruptedException {
        ledger.client().submit(new ReturnSeats(EVENT, hold.id(), 0, hold.places())).join();
        Shop.await(() -> logged() == 0);
    }

    @Test
    void ticketsForOtherSeatsThanThoseSoldAreReported() throws Exception {
        shop.book(ADA, shop.hold(ADA, EVENT, "A-1-1", "A-1-2"), "tok_ok");
        Shop.await(() -> logged() == 1);
        database.useHandle(
                handle -> handle.execute("UPDATE tickets.ticket SET seat = 50 WHERE seat = 1"));
        reconciler.compare();
        clock.forward(Duration.ofMinutes(2));
        reconciler.compare();
        assertThat(reconciler.differences()).isNotEmpty();
        database.useHandle(
                handle -> handle.execute("UPDATE tickets.ticket SET seat = 1 WHERE seat = 50"));
        reconciler.compare();
        assertThat(reconciler.differences()).isEmpty();
    }

    @Test
    void salesThatNeverAgreeKeepNoOtherFromItsTurn() throws Exception {
        database.useHandle(
                handle -> {
                    handle.execute(
                            """
                            INSERT INTO booking.orders (id, event, organiser, buyer, buyer_email,
                                buyer_name, hold_high, hold_low, quantity, currency, face_minor,
                                fee_minor, payment, status, step, created_at, ended_at)
                            SELECT n, 9, 1, 1, 'a@b.c', 'A', 9, n, 1, 'EUR', 1, 0, n, 'confirmed',
                                'done', now(), now() FROM generate_series(1, 600) n
                            """);
                    handle.execute(
                            """
                            INSERT INTO booking.ledger_sale (event, hold_high, hold_low, buyer,
                                places, seats, sold_at)
                            SELECT 9, 9, n, 1, 1, ARRAY[n], TIMESTAMPTZ '2001-01-01'
                            FROM generate_series(1, 600) n
                            """);
                });
        reconciler.compare();
        shop.book(ADA, shop.hold(ADA, EVENT, "A-1-1"), "tok_ok");
        Shop.await(() -> logged() == 601);
        reconciler.compare();
        assertThat(agreed()).isEqualTo(1);
    }

    private int agreed() {
        return database.withHandle(
                handle ->
                        handle.select(
                                        "SELECT count(*) FROM booking.ledger_sale"
                                                + " WHERE agreed_at IS NOT NULL")
                                .mapTo(Integer.class)
                                .one());
    }

    @Test
    void aBookingWhoseSaleTheLedgerDoesNotHaveIsReported() throws Exception {
        LiveHold hold = shop.hold(ADA, EVENT, "A-1-1");
        Order order = shop.book(ADA, hold, "tok_ok");
        Shop.await(() -> logged() == 1);
        reconciler.compare();
        giveBack(hold);
        clock.forward(Duration.ofMinutes(2));
        reconciler.compare();
        assertThat(reconciler.differences())
                .singleElement()
                .asString()
                .contains(Ids.text(order.id()));
    }

    @Test
    void aSaleWithoutTicketsIsFinishedBeforeTheDeadOnesLeaseEnds() throws Exception {
        LiveHold hold = shop.hold(ADA, EVENT, "A-1-1");
        shop.saga.watchedBy(
                (step, _) -> {
                    if (step == Step.ISSUE) {
                        throw new IllegalStateException("killed");
                    }
                });
        try {
            shop.book(ADA, hold, "tok_ok");
        } catch (IllegalStateException killed) {
            // The buyer's thread came there first; else it was the one of the provider's word.
            assertThat(killed).hasMessage("killed");
        }
        Order order = shop.bookings.ofEvent(EVENT, Long.MAX_VALUE, 1).getFirst();
        assertThat(order.step()).isEqualTo(Step.ISSUE);
        Shop.await(() -> logged() == 1);
        shop.close();
        shop = new Shop(database, ledger, stage, clock);
        clock.forward(Duration.ofSeconds(4));
        shop.saga.runDue();
        assertThat(shop.order(order.id()).step()).isEqualTo(Step.ISSUE);
        reconciler.compare();
        assertThat(shop.awaitStatus(order.id(), OrderStatus.CONFIRMED).lines()).hasSize(1);
        assertThat(shop.ticketsOf(order)).hasSize(1);
        reconciler.compare();
        clock.forward(Duration.ofMinutes(2));
        reconciler.compare();
        assertThat(reconciler.differences()).isEmpty();
    }

    @Test
    void aBrokenConsumerStartsAgainWhereItStood() throws Exception {
        tail.close();
        SaleLog log = new SaleLog(database);
        boolean[] broken = {true};
        LedgerFeed.Listener shaky =
                entries -> {
                    if (broken[0]) {
                        throw new IllegalStateException("the database is away");
                    }
                    log.accept(entries);
                };
        try (FeedTail again = new FeedTail("shaky", ledger.feed(), log::position, shaky)) {
            again.start();
            shop.book(ADA, shop.hold(ADA, EVENT, "A-1-1"), "tok_ok");
            Shop.await(() -> again.failure() != null);
            broken[0] = false;
            Shop.await(() -> logged() == 1);
        }
        assertThatThrownBy(() -> ledger.feed().follow(0, _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theReportCountsSeatsAndMoney() {
        shop.book(ADA, shop.hold(ADA, EVENT, "A-1-1", "A-1-2"), "tok_ok");
        shop.book(ADA, shop.hold(ADA, EVENT, "A-1-3"), "tok_declined");
        SalesReport report = new SalesReport(database, stage, new SeatCounts(ledger.feed(), clock));
        SalesSummary summary = report.of(_ -> true);
        SalesSummary.EventSales sales = summary.events().getFirst();
        assertThat(sales.capacity()).isEqualTo(110);
        assertThat(sales.sold()).isEqualTo(2);
        assertThat(sales.held()).isEqualTo(1);
        assertThat(sales.free()).isEqualTo(107);
        assertThat(sales.orders()).isEqualTo(1);
        assertThat(sales.failed()).isEqualTo(1);
        assertThat(summary.totals().revenue()).containsExactly(new Money(11_000, "EUR"));
        assertThat(report.of(_ -> false).events()).isEmpty();
        database.useHandle(
                handle ->
                        handle.execute(
                                "INSERT INTO booking.orders SELECT (jsonb_populate_record(o,"
                                        + " '{\"id\": 1, \"hold_high\": 1, \"payment\": 1,"
                                        + " \"currency\": \"JPY\"}')).*"
                                        + " FROM booking.orders o WHERE status = 'confirmed'"
                                        + " AND event = ? LIMIT 1",
                                EVENT));
        SalesSummary mixed = report.of(_ -> true);
        List<Money> apart = List.of(new Money(11_000, "EUR"), new Money(11_000, "JPY"));
        assertThat(mixed.events().getFirst().revenue()).isEqualTo(apart);
        assertThat(mixed.totals().revenue()).isEqualTo(apart);
    }
}
