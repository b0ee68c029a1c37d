package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.internal.mail.Outbox;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.Payments;
import jakarta.inject.Singleton;

/** The way into a refund: its row and the booking's step are one transaction. */
@Singleton
final class Refunding {

    private final Payments payments;
    private final Outbox outbox;
    private final Ids ids;

    Refunding(Payments payments, Outbox outbox, Ids ids) {
        this.payments = payments;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Everything that was paid goes back; if nothing was paid, the booking is over. */
    Move of(Order order, OrderStatus status) {
        if (order.isFree()) {
            return status == OrderStatus.CANCELLED
                    ? Move.to(Step.DONE, status).with(handle -> outbox.cancelled(handle, order))
                    : Move.to(Step.DONE, OrderStatus.EXPIRED);
        }
        long refund = ids.next();
        long amount = order.total().amountMinor();
        return Move.to(Step.REFUND, status)
                .refunding(refund)
                .with(handle -> payments.openRefund(handle, refund, order.payment(), amount));
    }
}
