package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.internal.mail.Outbox;
import dev.cavea.platform.booking.internal.money.CaseKind;
import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.payments.PaymentState;
import dev.cavea.platform.payments.PaymentStatus;
import dev.cavea.platform.payments.Payments;
import dev.cavea.platform.payments.RefundStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The steps that ask for money, or give it back. */
@Singleton
final class MoneySteps {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration MIDDLE = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Providers are asked for a week; later news comes only by webhook. */
    private static final Duration LATEST = Duration.ofDays(8);

    private final Payments payments;
    private final Refunding refunding;
    private final Outbox outbox;
    private final StoppedSales stopped;
    private final MoneyCases cases;
    private final Clock clock;

    MoneySteps(
            Payments payments,
            Refunding refunding,
            Outbox outbox,
            StoppedSales stopped,
            MoneyCases cases,
            Clock clock) {
        this.payments = payments;
        this.refunding = refunding;
        this.outbox = outbox;
        this.stopped = stopped;
        this.cases = cases;
        this.clock = clock;
    }

    /** No money is taken for a stopped sale: the payment fails and the hold stays. */
    Move charge(Order order) {
        PaymentState payment =
                stopped.contains(order.event())
                        ? payments.cancel(order.payment())
                        : payments.charge(order.payment());
        if (payment.status().isSettled()) {
            return settled(payment);
        }
        Move keep = Move.to(Step.KEEP, OrderStatus.PENDING_PAYMENT);
        return payment.status() == PaymentStatus.ACTION ? keep : keep.after(SHORT);
    }

    Move awaitPayment(Order order) {
        return decided(order)
                .orElseGet(
                        () -> {
                            long age = age(order).toSeconds();
                            return Move.wait(order, age < 15 ? SHORT : age < 120 ? MIDDLE : LONG);
                        });
    }

    /** What follows from the provider's word, or from the end of patience; empty before either. */
    Optional<Move> decided(Order order) {
        PaymentState payment =
                stopped.contains(order.event())
                        ? payments.cancel(order.payment())
                        : payments.state(order.payment());
        if (payment.status().isSettled()) {
            return Optional.of(settled(payment));
        }
        return order.payUntil() != null && clock.instant().isAfter(order.payUntil())
                ? Optional.of(Move.to(Step.RELEASE, OrderStatus.EXPIRED))
                : Optional.empty();
    }

    private static Move settled(PaymentState payment) {
        Step next = payment.status() == PaymentStatus.SUCCEEDED ? Step.SELL : Step.UNPIN;
        return Move.to(next, OrderStatus.PENDING_PAYMENT);
    }

    /**
     * Money for a booking that has ended. If only the time ran out, the places may still be there;
     * if the buyer cancelled, or was told that the card was refused, it goes back.
     */
    Move awaitLatePayment(Order order) {
        return switch (payments.state(order.payment()).status()) {
            case SUCCEEDED ->
                    order.status() == OrderStatus.EXPIRED
                            ? Move.to(Step.SELL, OrderStatus.PENDING_PAYMENT)
                            : refunding.of(order, order.status());
            case FAILED -> Move.to(Step.DONE, order.status());
            case CREATED, PENDING, ACTION -> waitOrEnd(order);
        };
    }

    /** As {@link #awaitLatePayment} when another booking has the hold by now. */
    Move refundLate(Order order) {
        return refunding.of(order, order.status());
    }

    private Move waitOrEnd(Order order) {
        Duration age = age(order);
        if (age.compareTo(LATEST) > 0) {
            return Move.to(Step.DONE, order.status());
        }
        return Move.wait(order, age.compareTo(HOUR) > 0 ? HOUR : LONG);
    }

    Move refund(Order order) {
        if (order.refund() == null) {
            throw new IllegalStateException("booking " + order.id() + " has no refund");
        }
        RefundStatus status = payments.refund(order.refund());
        return switch (status) {
            case REQUESTED -> Move.wait(order, LONG);
            case FAILED ->
                    Move.to(Step.HALTED, order.status())
                            .with(
                                    handle ->
                                            cases.open(
                                                    handle,
                                                    CaseKind.REFUND_REFUSED,
                                                    order.subject(),
                                                    "the provider refuses the refund"));
            case SUCCEEDED ->
                    Move.to(Step.DONE, OrderStatus.REFUNDED)
                            .with(handle -> outbox.refunded(handle, order));
        };
    }

    /** More would be refunded than was paid: nothing was sent. */
    Move tooLarge(Order order) {
        return Move.to(Step.HALTED, order.status())
                .with(
                        handle ->
                                cases.open(
                                        handle,
                                        CaseKind.REFUND_TOO_LARGE,
                                        order.subject(),
                                        "a refund of it exists already"));
    }

    private Duration age(Order order) {
        return Duration.between(order.createdAt(), clock.instant());
    }
}
