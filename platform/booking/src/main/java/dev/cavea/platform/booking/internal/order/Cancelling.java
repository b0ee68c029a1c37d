package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Ends a booking for its buyer. Before it is paid it costs nothing; after that, and until the event
 * starts, all money goes back. {@code cancelled} says that it is over and {@code refunded} that the
 * money, if any was taken, is back as well.
 */
@Singleton
public final class Cancelling {

    private static final int MOST_TRIES = 20;
    private static final Move.Alongside NOTHING = _ -> {};

    private final Bookings bookings;
    private final Saga saga;
    private final TicketSteps tickets;
    private final Catalogue catalogue;
    private final Clock clock;

    Cancelling(
            Bookings bookings, Saga saga, TicketSteps tickets, Catalogue catalogue, Clock clock) {
        this.bookings = bookings;
        this.saga = saga;
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * @throws Problem 409 {@code booking-ended}, {@code too-late-to-cancel}, {@code
     *     booking-in-progress}, {@code booking-under-review}
     */
    public Order cancel(long id) {
        return cancel(id, true, NOTHING);
    }

    /** As {@link #cancel(long)}; if it was this that cancelled, this is written with it. */
    Order cancel(long id, Move.Alongside alongside) {
        return cancel(id, true, alongside);
    }

    /**
     * As {@link #cancel(long)}, for an event that does not take place, whenever it would have been.
     */
    Order callOff(long id) {
        return cancel(id, false, NOTHING);
    }

    private Order cancel(long id, boolean onlyBeforeTheStart, Move.Alongside alongside) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Order order = bookings.get(id);
            if (attempt(order, onlyBeforeTheStart, alongside)) {
                saga.advance(id);
                return bookings.get(id);
            }
        }
        throw inProgress();
    }

    /** False if the booking must be read again. */
    private boolean attempt(Order order, boolean onlyBeforeTheStart, Move.Alongside alongside) {
        return switch (order.status()) {
            case CANCELLED, REFUNDED, PARTIALLY_REFUNDED -> true;
            case CONFIRMED -> {
                if (onlyBeforeTheStart) {
                    refuseAfterStart(order);
                }
                yield saga.commit(order, tickets.cancelSold(order).and(alongside));
            }
            case PENDING_PAYMENT -> cancelPending(order, alongside);
            case PAYMENT_FAILED, EXPIRED ->
                    throw new Problem(
                            409,
                            "booking-ended",
                            "The booking has ended",
                            "It is " + order.status().word() + "; there is nothing to cancel.");
        };
    }

    private boolean cancelPending(Order order, Move.Alongside alongside) {
        return switch (order.step()) {
            case PIN, CHARGE, KEEP, AWAIT_PAYMENT ->
                    saga.commit(
                            order, Move.to(Step.RELEASE, OrderStatus.CANCELLED).with(alongside));
            case SELL, HOLD_AGAIN, ISSUE, UNPIN, REFUND -> {
                // About to end: help it along and read it again.
                saga.advance(order.id());
                yield false;
            }
            case HALTED -> throw underReview();
            case RELEASE, AWAIT_LATE_PAYMENT, GIVE_BACK, DONE -> throw inProgress();
        };
    }

    private void refuseAfterStart(Order order) {
        EventOnSale event = catalogue.onSale(order.event());
        if (event != null && event.startsAtMillis() <= clock.millis()) {
            throw new Problem(
                    409,
                    "too-late-to-cancel",
                    "Too late to cancel",
                    "The event has started; its tickets cannot be given back.");
        }
    }

    private static Problem underReview() {
        return new Problem(
                409,
                "booking-under-review",
                "A person is looking at this booking",
                "It was paid but could not be completed automatically. You will get either your"
                        + " tickets or your money; trying again will not speed it up.");
    }

    private static Problem inProgress() {
        return new Problem(
                        409,
                        "booking-in-progress",
                        "The booking cannot be cancelled right now",
                        "It is being worked on; try again in a moment.")
                .header("Retry-After", "5");
    }
}
