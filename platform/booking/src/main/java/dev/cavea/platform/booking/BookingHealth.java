package dev.cavea.platform.booking;

import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.booking.internal.order.StoppedSales;
import dev.cavea.platform.booking.internal.reconcile.Reconciler;
import dev.cavea.platform.feed.FeedTail;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether bookings are what they should be: for health and metrics. */
@Singleton
public final class BookingHealth {

    private final StoppedSales stopped;
    private final Reconciler reconciler;
    private final HoldFollower holds;
    private final FeedTail sales;
    private final MoneyCases money;

    BookingHealth(
            StoppedSales stopped,
            Reconciler reconciler,
            HoldFollower holds,
            FeedTail sales,
            MoneyCases money) {
        this.stopped = stopped;
        this.reconciler = reconciler;
        this.holds = holds;
        this.sales = sales;
        this.money = money;
    }

    /** What an operator must know, one line each; empty if all is well. */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        stopped.events()
                .forEach(
                        event ->
                                troubles.add(
                                        "the sale of event "
                                                + Ids.text(event)
                                                + " is stopped: its second guard tripped"));
        troubles.addAll(reconciler.differences());
        money.open()
                .forEach(
                        (kind, count) ->
                                troubles.add(count + " times money needs a person (" + kind + ")"));
        note(troubles, "live holds", holds.failure());
        note(troubles, "the log of sales", sales.failure());
        return troubles;
    }

    private static void note(List<String> troubles, String part, @Nullable String failure) {
        if (failure != null) {
            troubles.add(part + " does not follow the feed: " + failure);
        }
    }

    /** Events whose sale is stopped. */
    public int stoppedSales() {
        return stopped.events().size();
    }

    /** Open cases in which money needs a person. */
    public int moneyCases() {
        return money.open().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Sales and bookings that do not agree. */
    public int differences() {
        return reconciler.differences().size();
    }
}
