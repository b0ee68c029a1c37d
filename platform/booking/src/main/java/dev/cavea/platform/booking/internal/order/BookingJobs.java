package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.internal.mail.Outbox;
import dev.cavea.platform.booking.internal.reconcile.Reconciler;
import dev.cavea.platform.chores.Chores;
import dev.cavea.platform.feed.FeedTail;
import dev.cavea.platform.kernel.Timer;
import dev.cavea.platform.payments.Payments;
import io.vertx.ext.web.Router;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** From the start on, due work is done automatically. */
@Singleton
public class BookingJobs {

    private static final Duration CANCELLED = Duration.ofSeconds(2);
    private static final Duration COMPARING = Duration.ofSeconds(15);
    private static final Duration MONEY = Duration.ofSeconds(15);
    private static final Duration STOPS = Duration.ofSeconds(10);

    private final Saga saga;
    private final Outbox outbox;
    private final CalledOff calledOff;
    private final MoneyReconciler money;
    private final StoppedSales stopped;
    private List<Timer> jobs = List.of();
    private List<Timer> comparing = List.of();

    BookingJobs(
            Saga saga,
            Outbox outbox,
            CalledOff calledOff,
            MoneyReconciler money,
            StoppedSales stopped) {
        this.saga = saga;
        this.outbox = outbox;
        this.calledOff = calledOff;
        this.money = money;
        this.stopped = stopped;
    }

    void start(@Observes Router started, Payments payments, PaidFor bookings, Chores chores) {
        payments.ownedBy(bookings);
        stopped.refresh();
        saga.due().start();
        outbox.start();
        CancelledEvents cancelled =
                new CancelledEvents(calledOff::cancelled, event -> callOff(chores, event));
        jobs =
                List.of(
                        Timer.every(CANCELLED, "cancelled-events", cancelled::askOnce),
                        Timer.every(MONEY, "money", money::compare),
                        Timer.every(STOPS, "stopped-sales", stopped::refresh));
    }

    /** Not what was given back long ago, again at each start. */
    private void callOff(Chores chores, long event) {
        if (!calledOff.isOver(event)) {
            chores.ask(BookingBeans.CALLED_OFF, event);
        }
    }

    void compare(@Observes Router started, FeedTail sales, Reconciler reconciler) {
        sales.start();
        comparing = List.of(Timer.every(COMPARING, "reconciler", reconciler::compare));
    }

    @PreDestroy
    void stop() {
        jobs.forEach(Timer::close);
        comparing.forEach(Timer::close);
        saga.due().close();
        outbox.close();
    }
}
