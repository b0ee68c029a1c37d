package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.PricedPlace;
import dev.cavea.platform.booking.internal.mail.Outbox;
import dev.cavea.platform.tickets.TicketOrder;
import dev.cavea.platform.tickets.Tickets;

/** The steps that make tickets and take them out of force. */
final class TicketSteps {

    private final Tickets tickets;
    private final Outbox outbox;

    TicketSteps(Tickets tickets, Outbox outbox) {
        this.tickets = tickets;
        this.outbox = outbox;
    }

    /** Tickets, the buyer's mail and the booking's status become true together. */
    Move issue(Order order) {
        TicketOrder wanted =
                new TicketOrder(
                        order.event(),
                        order.id(),
                        order.buyer(),
                        order.name(),
                        order.lines().stream().map(PricedPlace::place).toList());
        return Move.to(Step.DONE, OrderStatus.CONFIRMED)
                .with(
                        handle -> {
                            tickets.issue(handle, wanted);
                            outbox.confirmed(handle, order);
                        });
    }

    /** Out of force before the seats are free: else the next buyer's tickets would clash. */
    Move cancelSold(Order order) {
        return Move.to(Step.GIVE_BACK, OrderStatus.CANCELLED)
                .with(handle -> tickets.voidAll(handle, order.id()));
    }
}
