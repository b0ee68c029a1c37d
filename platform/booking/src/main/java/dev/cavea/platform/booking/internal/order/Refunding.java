package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.Payments;

/** The way into a refund: its row and the booking's step are one transaction. */
final class Refunding {

    private final Payments payments;
    private final Ids ids;

    Refunding(Payments payments, Ids ids) {
        this.payments = payments;
        this.ids = ids;
    }

    /** All that was paid goes back. */
    Move of(Order order, OrderStatus status) {
        long refund = ids.next();
        long amount = order.total().amountMinor();
        return Move.to(Step.REFUND, status)
                .refunding(refund)
                .with(handle -> payments.openRefund(handle, refund, order.payment(), amount));
    }
}
