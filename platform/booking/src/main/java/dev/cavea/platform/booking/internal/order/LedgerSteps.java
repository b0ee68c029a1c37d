package dev.cavea.platform.booking.internal.order;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
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
import dev.cavea.platform.booking.internal.money.CaseKind;
import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.payments.PaymentStatus;
import dev.cavea.platform.payments.Payments;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The steps that ask the ledger. Each may be repeated and takes effect once. */
@Singleton
final class LedgerSteps {

    /** The platform itself, as the ledger knows it: it may release what a payment pins. */
    private static final long PLATFORM = 0;

    private static final Duration STOPPED_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 3;

    private final LedgerClient ledger;
    private final Payments payments;
    private final Refunding refunding;
    private final MoneyCases cases;
    private final StoppedSales stopped;
    private final Keeping keeping;

    LedgerSteps(
            LedgerClient ledger,
            Payments payments,
            Refunding refunding,
            MoneyCases cases,
            StoppedSales stopped,
            Keeping keeping) {
        this.ledger = ledger;
        this.payments = payments;
        this.refunding = refunding;
        this.cases = cases;
        this.stopped = stopped;
        this.keeping = keeping;
    }

    /**
     * A hold that ended before its payment began: nothing is owed. No money is taken for a stopped
     * sale, and the hold keeps its own time.
     */
    Move pin(Order order) {
        if (stopped.contains(order.event())) {
            return unsent(order, OrderStatus.PAYMENT_FAILED, "sale_stopped");
        }
        if (!isPinned(order, keeping.forSending())) {
            return unsent(order, OrderStatus.EXPIRED, "hold_gone");
        }
        return Move.to(order.isFree() ? Step.SELL : Step.CHARGE, OrderStatus.PENDING_PAYMENT)
                .payingUntil(keeping.payUntil());
    }

    /** Whatever the ledger says: money for places that are gone tries to hold them again. */
    Move keep(Order order) {
        isPinned(order, keeping.of(order));
        return Move.to(Step.AWAIT_PAYMENT, OrderStatus.PENDING_PAYMENT);
    }

    private boolean isPinned(Order order, Duration grace) {
        return accepted(new PinHold(order.event(), order.hold(), grace.toMillis()));
    }

    private Move unsent(Order order, OrderStatus end, String why) {
        return Move.to(Step.DONE, order.isFree() ? OrderStatus.EXPIRED : end)
                .with(handle -> payments.abandon(handle, order.payment(), why));
    }

    /**
     * Someone else moved the booking on before this one's effect was recorded: a pin lasts only
     * while a booking pays with that hold, and a second hold only for a booking that sells it.
     */
    void setRight(Order stale, Order now, @Nullable Order paying) {
        switch (stale.step()) {
            case PIN, KEEP, UNPIN ->
                    isPinned(stale, paying == null ? Duration.ZERO : keeping.of(paying));
            case HOLD_AGAIN -> {
                if (now.refund() != null || !now.hold().equals(stale.hold())) {
                    accepted(new ReleaseHold(stale.event(), stale.hold(), PLATFORM));
                }
            }
            case CHARGE,
                    AWAIT_PAYMENT,
                    SELL,
                    ISSUE,
                    RELEASE,
                    AWAIT_LATE_PAYMENT,
                    GIVE_BACK,
                    REFUND,
                    HALTED,
                    DONE -> {}
        }
    }

    Move sell(Order order) {
        if (stopped.contains(order.event())) {
            isPinned(order, keeping.of(order));
            return Move.wait(order, STOPPED_PAUSE);
        }
        if (accepted(new SellHold(order.event(), order.hold()))) {
            return Move.to(Step.ISSUE, OrderStatus.PENDING_PAYMENT);
        }
        return order.attempt() < MOST_ATTEMPTS
                ? Move.to(Step.HOLD_AGAIN, OrderStatus.PENDING_PAYMENT)
                        .holding(HoldIds.secondTry(order.id(), order.attempt() + 1, order.hold()))
                : refunding.of(order, OrderStatus.PENDING_PAYMENT);
    }

    /** Under the id that the previous step recorded. */
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
        isPinned(order, Duration.ZERO);
        return Move.to(Step.DONE, OrderStatus.PAYMENT_FAILED);
    }

    /**
     * First the charge is stopped, then the places are freed: whatever the ledger says, since a
     * hold that is gone needs no release. Money that came at the last moment finds its hold.
     */
    Move release(Order order) {
        boolean paid =
                !order.isFree()
                        && payments.cancel(order.payment()).status() == PaymentStatus.SUCCEEDED;
        if (!paid || order.status() != OrderStatus.EXPIRED) {
            accepted(new ReleaseHold(order.event(), order.hold(), PLATFORM));
        }
        return order.isFree()
                ? Move.to(Step.DONE, order.status())
                : Move.to(Step.AWAIT_LATE_PAYMENT, order.status());
    }

    /**
     * Whatever is no longer sold was given back before, by this step or with the whole event. The
     * money goes back in any case; if the seats do not, a person must look.
     */
    Move giveBack(Order order) {
        Command command =
                new ReturnSeats(order.event(), order.hold(), Rules.PUBLIC, order.places());
        Move move = refunding.of(order, order.status());
        return switch (ledger.submit(command).join()) {
            case Answer.Held _, Answer.Done _ -> move;
            case Answer.Rejected rejected when isOver(rejected.reason()) -> move;
            case Answer.Rejected rejected ->
                    move.and(
                            handle ->
                                    cases.open(
                                            handle,
                                            CaseKind.SEATS_NOT_RETURNED,
                                            order.subject(),
                                            "the ledger says " + rejected.reason()));
        };
    }

    private static boolean isOver(Rejection reason) {
        return reason == Rejection.SALE_UNKNOWN
                || reason == Rejection.HOUSE_CLOSED
                || reason == Rejection.HOUSE_UNKNOWN;
    }

    private boolean accepted(Command command) {
        return switch (ledger.submit(command).join()) {
            case Answer.Held _, Answer.Done _ -> true;
            case Answer.Rejected _ -> false;
        };
    }
}
