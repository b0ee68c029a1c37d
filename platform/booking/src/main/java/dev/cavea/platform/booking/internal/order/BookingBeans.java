package dev.cavea.platform.booking.internal.order;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.booking.BookingHealth;
import dev.cavea.platform.booking.BookingSettings;
import dev.cavea.platform.booking.HoldDesk;
import dev.cavea.platform.booking.HoldFollower;
import dev.cavea.platform.booking.internal.mail.Posting;
import dev.cavea.platform.booking.internal.reconcile.Reconciler;
import dev.cavea.platform.booking.internal.reconcile.SaleLog;
import dev.cavea.platform.booking.internal.report.SalesReport;
import dev.cavea.platform.booking.internal.report.SeatCounts;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.chores.Asked;
import dev.cavea.platform.chores.Chores;
import dev.cavea.platform.feed.FeedTail;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Timer;
import dev.cavea.platform.kernel.Troubles;
import dev.cavea.platform.payments.Payments;
import dev.cavea.platform.tickets.Tickets;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The parts that book, made once; they need a {@link Jdbi}, a {@link Clock}, {@link Ids}, a {@link
 * LedgerClient} and a {@link Catalogue} from the application, and take {@link BookingSettings} if
 * there are any.
 */
@Singleton
public class BookingBeans {

    private static final String CALLED_OFF = "called-off";
    private static final Duration CALLED_OFF_AGAIN = Duration.ofSeconds(15);
    private static final Duration CANCELLED = Duration.ofSeconds(2);
    private static final Duration COMPARING = Duration.ofSeconds(15);
    private static final Duration MONEY = Duration.ofSeconds(15);
    private static final Duration STOPS = Duration.ofSeconds(10);

    private List<Timer> jobs = List.of();
    private List<Timer> comparing = List.of();

    @Produces
    @Singleton
    Saling saling(Jdbi database, LedgerClient ledger, Catalogue catalogue, HoldDesk desk) {
        return new Saling(database, ledger, catalogue, desk);
    }

    @Produces
    @Singleton
    Paying paying(Payments payments, Tickets tickets, Posting posting, Ids ids, Clock clock) {
        return new Paying(payments, tickets, posting, ids, clock);
    }

    @Produces
    @Singleton
    BookingHouse house(
            Saling saling,
            Paying paying,
            StoppedSales stopped,
            Audit audit,
            Instance<BookingSettings> settings) {
        BookingSettings wanted =
                settings.isResolvable() ? settings.get() : BookingSettings.standard();
        return new BookingHouse(new BookingParts(saling, paying, wanted), stopped, audit);
    }

    @Produces
    @Singleton
    Bookings bookings(BookingHouse house) {
        return house.bookings();
    }

    @Produces
    @Singleton
    Cancelling cancelling(BookingHouse house) {
        return house.cancelling();
    }

    @Produces
    @Singleton
    BookingViews views(BookingHouse house) {
        return house.views();
    }

    @Produces
    @Singleton
    SalesReport report(Jdbi database, Catalogue catalogue, LedgerFeed feed, Clock clock) {
        return new SalesReport(database, catalogue, new SeatCounts(feed, clock));
    }

    @Produces
    @Singleton
    Reconciler reconciler(Jdbi database, Tickets tickets, Clock clock) {
        return new Reconciler(database, tickets, clock);
    }

    @Produces
    @Singleton
    FeedTail sales(LedgerFeed feed, Jdbi database) {
        SaleLog log = new SaleLog(database);
        return new FeedTail("sales", feed, log::position, log::accept);
    }

    void stopped(@Disposes FeedTail sales) {
        sales.close();
    }

    @Produces
    @Singleton
    MoneyActs moneyActs(BookingHouse house) {
        return house.acts();
    }

    @Produces
    @Singleton
    BookingHealth health(
            StoppedSales stopped,
            Reconciler reconciler,
            HoldFollower holds,
            FeedTail sales,
            BookingHouse house) {
        return new BookingHealth(stopped, reconciler, holds, sales, house.cases());
    }

    void compare(@Observes Router started, FeedTail sales, Reconciler reconciler) {
        sales.start();
        comparing = List.of(Timer.every(COMPARING, "reconciler", reconciler::compare));
    }

    @Produces
    @Singleton
    Asked calledOff(BookingHouse house) {
        return new Asked(CALLED_OFF, CALLED_OFF_AGAIN, house.calledOff()::giveBack);
    }

    @Produces
    @Singleton
    Troubles failing(BookingHouse house) {
        return house.saga().due();
    }

    void stopped(@Disposes BookingHouse house) {
        house.close();
    }

    void start(@Observes Router started, BookingHouse house, StoppedSales stopped, Chores chores) {
        stopped.refresh();
        house.start();
        CancelledEvents cancelled =
                new CancelledEvents(
                        house.calledOff()::cancelled, event -> chores.ask(CALLED_OFF, event));
        jobs =
                List.of(
                        Timer.every(CANCELLED, "cancelled-events", cancelled::askOnce),
                        Timer.every(MONEY, "money", house.money()::compare),
                        Timer.every(STOPS, "stopped-sales", stopped::refresh));
    }

    @PreDestroy
    void stop() {
        jobs.forEach(Timer::close);
        comparing.forEach(Timer::close);
    }
}
