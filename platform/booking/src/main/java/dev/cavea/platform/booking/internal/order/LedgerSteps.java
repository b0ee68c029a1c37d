package dev.cavea.platform.booking.internal.order;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.HoldCapacity;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.PinHold;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.command.ReturnSeats;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.internal.hold.HoldIds;
import java.time.Clock;
import java.time.Duration;

/** The steps that ask the ledger. Each may be asked again and has its effect once. */
final class LedgerSteps {

    /** The platform itself, as the ledger knows it: it may release what a payment pins. */
    private static final long PLATFORM = 0;

    /** A pin outlasts the patience with the payment, so that the last word finds the seats. */
    private static final Duration PIN_MARGIN = Duration.ofMinutes(1);

    private static final Duration STOPPED_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 3;

    private final LedgerClient ledger;
    private final Refunding refunding;
    private final StoppedSales stopped;
    private final Clock clock;
    private final Duration patience;

    LedgerSteps(
            LedgerClient ledger,
            Refunding refunding,
            StoppedSales stopped,
            Clock clock,
            Duration patience) {
        this.ledger = ledger;
        this.refunding = refunding;
        this.stopped = stopped;
        this.clock = clock;
        this.patience = patience;
    }

    /** A hold that ended before its payment began: nothing is owed. */
    Move pin(Order order) {
        long grace = patience.plus(PIN_MARGIN).toMillis();
        return accepted(new PinHold(order.event(), order.hold(), grace))
                ? Move.to(Step.CHARGE, OrderStatus.PENDING_PAYMENT)
                        .payingUntil(clock.instant().plus(patience))
                : Move.to(Step.DONE, OrderStatus.EXPIRED);
    }

    Move sell(Order order) {
        if (stopped.contains(order.event())) {
            return Move.wait(order, STOPPED_PAUSE);
        }
        if (accepted(new SellHold(order.event(), order.hold()))) {
            return Move.to(Step.ISSUE, OrderStatus.PENDING_PAYMENT);
        }
        return order.attempt() < MOST_ATTEMPTS
                ? Move.to(Step.HOLD_AGAIN, OrderStatus.PENDING_PAYMENT)
                        .holding(HoldIds.secondTry(order.id(), order.attempt() + 1))
                : refunding.of(order, OrderStatus.PENDING_PAYMENT);
    }

    /** Under the id that the step before has written down. */
    Move holdAgain(Order order) {
        Command command =
                switch (order.places()) {
                    case Places.Seated(var seats) ->
                            new HoldSeats(
                                    order.event(),
                                    order.hold(),
                                    order.buyer(),
                                    Rules.PUBLIC,
                                    seats);
                    case Places.Standing(int area, int quantity) ->
                            new HoldCapacity(
                                    order.event(),
                                    order.hold(),
                                    order.buyer(),
                                    Rules.PUBLIC,
                                    area,
                                    quantity);
                };
        return accepted(command)
                ? Move.to(Step.SELL, OrderStatus.PENDING_PAYMENT)
                : refunding.of(order, OrderStatus.PENDING_PAYMENT);
    }

    /** Whatever the ledger says: a hold that is gone needs no pin lifted. */
    Move unpin(Order order) {
        accepted(new PinHold(order.event(), order.hold(), 0));
        return Move.to(Step.DONE, OrderStatus.PAYMENT_FAILED);
    }

    /** Whatever the ledger says: a hold that is gone needs no release. */
    Move release(Order order) {
        accepted(new ReleaseHold(order.event(), order.hold(), PLATFORM));
        return Move.to(Step.AWAIT_LATE_PAYMENT, order.status());
    }

    /** Whatever the ledger says: what is not in the sale any more was given back before. */
    Move giveBack(Order order) {
        accepted(new ReturnSeats(order.event(), order.hold(), Rules.PUBLIC, order.places()));
        return refunding.of(order, order.status());
    }

    private boolean accepted(Command command) {
        return switch (ledger.submit(command).join()) {
            case Answer.Held _, Answer.Done _ -> true;
            case Answer.Rejected _ -> false;
        };
    }
}
