package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.PricedPlace;
import dev.cavea.platform.booking.internal.mail.Outbox;
import dev.cavea.platform.booking.internal.money.CaseKind;
import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.tickets.TicketOrder;
import dev.cavea.platform.tickets.Tickets;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The steps that issue tickets and void them. */
@Singleton
final class TicketSteps {

    private final Tickets tickets;
    private final Outbox outbox;
    private final StoppedSales stopped;
    private final MoneyCases cases;

    TicketSteps(Tickets tickets, Outbox outbox, StoppedSales stopped, MoneyCases cases) {
        this.tickets = tickets;
        this.outbox = outbox;
        this.stopped = stopped;
        this.cases = cases;
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

    /** One of its seats already has a valid ticket: nothing more of this event is sold for now. */
    Move secondGuard(Order order, Instant now) {
        return Move.to(Step.HALTED, order.status())
                .with(handle -> stopped.stop(handle, order, "second-guard", now))
                .and(
                        handle ->
                                cases.open(
                                        handle,
                                        CaseKind.SECOND_GUARD,
                                        order.subject(),
                                        "one of its seats has another valid ticket"));
    }

    /** Voided before the seats are free: otherwise the next buyer's tickets would clash. */
    Move cancelSold(Order order) {
        return Move.to(Step.GIVE_BACK, OrderStatus.CANCELLED)
                .with(handle -> tickets.voidAll(handle, order.id()));
    }
}
