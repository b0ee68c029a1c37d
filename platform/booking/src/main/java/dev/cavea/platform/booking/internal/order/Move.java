package dev.cavea.platform.booking.internal.order;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.platform.booking.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a step makes of a booking.
 *
 * @param pause before the next step; zero continues at once
 * @param payUntil a new one, or null to leave it
 * @param hold a new one, or null to leave it
 * @param refund a new one, or null to leave it
 * @param alongside what else is written in the same transaction
 */
record Move(
        Step step,
        OrderStatus status,
        Duration pause,
        @Nullable Instant payUntil,
        @Nullable HoldId hold,
        @Nullable Long refund,
        Alongside alongside) {

    private static final Alongside NOTHING = _ -> {};

    /** Work in the transaction of the move. */
    @FunctionalInterface
    interface Alongside {
        void in(Handle handle);
    }

    static Move to(Step step, OrderStatus status) {
        return new Move(step, status, Duration.ZERO, null, null, null, NOTHING);
    }

    /** Stays where it is and checks again later. */
    static Move wait(Order order, Duration pause) {
        return new Move(order.step(), order.status(), pause, null, null, null, NOTHING);
    }

    Move after(Duration longer) {
        return new Move(step, status, longer, payUntil, hold, refund, alongside);
    }

    Move payingUntil(Instant until) {
        return new Move(step, status, pause, until, hold, refund, alongside);
    }

    Move holding(HoldId another) {
        return new Move(step, status, pause, payUntil, another, refund, alongside);
    }

    Move refunding(long id) {
        return new Move(step, status, pause, payUntil, hold, id, alongside);
    }

    Move with(Alongside work) {
        return new Move(step, status, pause, payUntil, hold, refund, work);
    }

    /** In addition to what is already written in the same transaction. */
    Move and(Alongside work) {
        return with(
                handle -> {
                    alongside.in(handle);
                    work.in(handle);
                });
    }

    /** Whether the saga leaves the booking alone now. */
    boolean rests() {
        return step.isLast() || !pause.isZero();
    }
}
