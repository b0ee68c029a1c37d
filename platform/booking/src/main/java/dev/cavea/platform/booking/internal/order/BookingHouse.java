package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.booking.internal.mail.Outbox;
import dev.cavea.platform.booking.internal.money.MoneyCases;

/** The saga and what surrounds it, put together. */
final class BookingHouse implements AutoCloseable {

    private final StoppedSales stopped;
    private final Outbox outbox;
    private final Saga saga;
    private final Bookings bookings;
    private final Cancelling cancelling;
    private final CalledOff calledOff;
    private final BookingViews views;
    private final MoneyCases cases;
    private final MoneyActs acts;
    private final MoneyReconciler money;

    BookingHouse(BookingParts parts, StoppedSales stopped, Audit audit) {
        this.stopped = stopped;
        Saling saling = parts.saling();
        Paying paying = parts.paying();
        outbox =
                new Outbox(
                        saling.database(),
                        saling.catalogue(),
                        paying.posting(),
                        paying.ids(),
                        paying.clock());
        cases = new MoneyCases(saling.database(), paying.ids(), paying.clock());
        TicketSteps tickets = new TicketSteps(paying.tickets(), outbox, stopped, cases);
        saga = saga(parts, tickets);
        bookings =
                new Bookings(
                        saling.database(),
                        saling.desk(),
                        paying.payments(),
                        saga,
                        paying.ids(),
                        paying.clock(),
                        parts.settings());
        cancelling = new Cancelling(bookings, saga, tickets, saling.catalogue(), paying.clock());
        calledOff =
                new CalledOff(saling.database(), saling.catalogue(), cancelling, paying.clock());
        views = new BookingViews(saling.catalogue(), paying.payments());
        acts = new MoneyActs(saling.database(), cases, saga, paying.payments(), outbox, audit);
        money = new MoneyReconciler(saling.database(), paying.payments(), cases, paying.clock());
        paying.payments().ownedBy(new PaidFor(saga, stopped, cases, paying.clock()));
    }

    private Saga saga(BookingParts parts, TicketSteps tickets) {
        Saling saling = parts.saling();
        Paying paying = parts.paying();
        Refunding refunding = new Refunding(paying.payments(), outbox, paying.ids());
        return new Saga(
                saling.database(),
                new LedgerSteps(
                        saling.ledger(),
                        paying.payments(),
                        refunding,
                        cases,
                        stopped,
                        new Keeping(
                                saling.database(),
                                paying.payments(),
                                parts.settings(),
                                paying.clock())),
                new MoneySteps(
                        paying.payments(), refunding, outbox, stopped, cases, paying.clock()),
                tickets,
                paying.clock(),
                parts.settings().lease());
    }

    /** From here on, due work is done automatically. */
    void start() {
        saga.due().start();
        outbox.start();
    }

    @Override
    public void close() {
        saga.due().close();
        outbox.close();
    }

    Outbox outbox() {
        return outbox;
    }

    Saga saga() {
        return saga;
    }

    Bookings bookings() {
        return bookings;
    }

    Cancelling cancelling() {
        return cancelling;
    }

    CalledOff calledOff() {
        return calledOff;
    }

    MoneyCases cases() {
        return cases;
    }

    MoneyActs acts() {
        return acts;
    }

    MoneyReconciler money() {
        return money;
    }

    BookingViews views() {
        return views;
    }
}
