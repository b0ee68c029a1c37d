package dev.cavea.platform.booking.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.LinkKeys;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.TokenSecrets;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.booking.BookingSettings;
import dev.cavea.platform.booking.HoldDesk;
import dev.cavea.platform.booking.HoldOutcome;
import dev.cavea.platform.booking.HoldRequest;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.booking.LiveHolds;
import dev.cavea.platform.booking.MailNotTaken;
import dev.cavea.platform.booking.Mailer;
import dev.cavea.platform.booking.NewBooking;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.PublicAddress;
import dev.cavea.platform.booking.Stage;
import dev.cavea.platform.booking.internal.mail.Enclosures;
import dev.cavea.platform.booking.internal.mail.Outbox;
import dev.cavea.platform.booking.internal.mail.Posting;
import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.Payments;
import dev.cavea.platform.payments.SandboxPayments;
import dev.cavea.platform.testing.SteppedClock;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.tickets.EventCard;
import dev.cavea.platform.tickets.Ticket;
import dev.cavea.platform.tickets.Tickets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/** One process that books, over a database and a ledger that outlive it. */
final class Shop implements AutoCloseable {

    /** Longer than a busy machine takes between two lines of a test. */
    static final Duration LEASE = Duration.ofSeconds(40);

    final Jdbi database;
    final Stage stage;
    final LiveHolds live;
    final HoldDesk desk;
    final SandboxPayments sandbox;
    final Payments payments;
    final Tickets tickets;
    final StoppedSales stopped;
    final Outbox outbox;
    final MoneyCases cases;
    final Saga saga;
    final Bookings bookings;
    final Cancelling cancelling;
    final CalledOff calledOff;
    final BookingViews views;
    final MoneyActs acts;
    final MoneyReconciler money;

    /** Does not wait for the outcome of a payment. */
    private final Bookings impatient;

    static final LinkKeys LINKS =
            new LinkKeys(TokenSecrets.of("an-example-secret-of-at-least-32-bytes", ""));

    final List<Mailer.Letter> letters = new CopyOnWriteArrayList<>();
    final AtomicBoolean mailIsDown = new AtomicBoolean();

    Shop(Jdbi database, TestLedger ledger, Stage stage, SteppedClock clock) {
        this(database, ledger, stage, clock, new Bank());
    }

    Shop(Jdbi database, TestLedger ledger, Stage stage, SteppedClock clock, Bank bank) {
        this.database = database;
        this.stage = stage;
        Ids ids = new Ids(clock);
        live = new LiveHolds(stage);
        stopped = new StoppedSales(database, new Audit(database, () -> null, clock));
        stopped.refresh();
        desk = new HoldDesk(ledger.client(), stage, live, stopped);
        sandbox = new SandboxPayments(database, clock);
        payments = new Payments(database, clock, List.of(sandbox, bank));
        tickets = new Tickets(database, ids, clock);
        Audit audit = new Audit(database, () -> "192.0.2.1", clock);
        BookingSettings settings = settings(Duration.ofSeconds(5));
        outbox = new Outbox(database, stage, posting(clock), ids, clock);
        cases = new MoneyCases(database, ids, clock);
        TicketSteps paper = new TicketSteps(tickets, outbox, stopped, cases);
        Refunding refunding = new Refunding(payments, outbox, ids);
        saga =
                new Saga(
                        database,
                        new LedgerSteps(
                                ledger.client(),
                                payments,
                                refunding,
                                cases,
                                stopped,
                                new Keeping(database, payments, settings, clock)),
                        new MoneySteps(payments, refunding, outbox, stopped, cases, clock),
                        paper,
                        clock,
                        settings);
        bookings = new Bookings(database, desk, payments, saga, ids, clock, settings);
        cancelling = new Cancelling(bookings, saga, paper, stage, clock);
        calledOff = new CalledOff(database, stage, cancelling, clock);
        views = new BookingViews(stage, payments);
        acts = new MoneyActs(database, cases, saga, payments, outbox, audit);
        money = new MoneyReconciler(database, payments, cases, clock);
        payments.ownedBy(new PaidFor(saga, stopped, cases, clock));
        BookingSettings hasty = settings(Duration.ZERO);
        impatient = new Bookings(database, desk, payments, saga, ids, clock, hasty);
        sandbox.start(payments::webhook);
    }

    private Posting posting(SteppedClock clock) {
        EventCard.Source events =
                id -> {
                    Occasion event = stage.onSale(id).occasion();
                    return new EventCard(
                            event.name(),
                            event.startsAt(),
                            event.probablyEndsAt(),
                            false,
                            null,
                            false,
                            event.edition(),
                            event.changedAt());
                };
        PublicAddress address = new PublicAddress("https://tickets.example.org");
        return new Posting(this::post, new Enclosures(address, LINKS, tickets, events, clock));
    }

    private void post(Mailer.Letter letter) {
        if (mailIsDown.get()) {
            throw new MailNotTaken("the mail server is down", new IOException("on purpose"));
        }
        letters.add(letter);
    }

    /** More than in production: a busy machine must not turn a test around. */
    private static BookingSettings settings(Duration answer) {
        return new BookingSettings(
                answer, Duration.ofSeconds(30), Duration.ofMinutes(10), LEASE, "/tickets/");
    }

    static Caller fan(long account) {
        return new Caller(account, Role.FAN, Long.MAX_VALUE);
    }

    LiveHold hold(Caller caller, long event, String... seats) {
        return granted(caller, event, new HoldRequest.Named(List.of(seats)));
    }

    LiveHold granted(Caller caller, long event, HoldRequest request) {
        HoldOutcome outcome = desk.hold(caller, event, request, null).join();
        assertThat(outcome).isInstanceOf(HoldOutcome.Granted.class);
        return ((HoldOutcome.Granted) outcome).hold();
    }

    Order book(Caller caller, LiveHold hold, String token) {
        return bookings.book(caller, asked(hold, token));
    }

    /** With a card of the bank's, and without waiting for its word. */
    Order bookAtBank(Caller caller, LiveHold hold) {
        NewBooking.Payment card = new NewBooking.Payment("bank", "card");
        return impatient.book(
                caller,
                new NewBooking(
                        hold.name().text(), new NewBooking.Buyer("ada@example.org", "Ada"), card));
    }

    static NewBooking asked(LiveHold hold, String token) {
        return new NewBooking(
                hold.name().text(),
                new NewBooking.Buyer("ada@example.org", "Ada"),
                new NewBooking.Payment("sandbox", token));
    }

    Order order(long id) {
        return bookings.get(id);
    }

    /** The job keeps running until the booking has this status. */
    Order awaitStatus(long id, OrderStatus status) throws InterruptedException {
        await(
                () -> {
                    saga.runDue();
                    return order(id).status() == status && order(id).step().isLast();
                });
        return order(id);
    }

    List<Ticket> ticketsOf(Order order) {
        return tickets.ofBooking(order.id());
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("within 20 s").isBefore(patience);
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
