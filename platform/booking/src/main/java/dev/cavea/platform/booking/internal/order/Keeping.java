package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.BookingSettings;
import dev.cavea.platform.payments.Payments;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * How long places are kept beyond their hold's own end: for a moment while the payment is sent, and
 * until it is decided once the provider has it and thinks about it. Of the payments of a hold only
 * one may ask the buyer to do something and still keep it: else one household could keep seats and
 * never pay.
 */
@Singleton
final class Keeping {

    /** A pin outlasts the patience with the payment, so that the last word finds the seats. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Jdbi database;
    private final Payments payments;
    private final BookingSettings settings;
    private final Clock clock;

    Keeping(Jdbi database, Payments payments, BookingSettings settings, Clock clock) {
        this.database = database;
        this.payments = payments;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the request to the provider, and for another process to go on after a crash. */
    Duration forSending() {
        return settings.charge();
    }

    /** Of a booking that begins to pay now. */
    Instant payUntil() {
        return clock.instant().plus(settings.payment());
    }

    /** From now on, for the booking that pays with the hold. */
    Duration of(Order order) {
        return switch (order.step()) {
            case PIN, CHARGE -> forSending();
            case KEEP, AWAIT_PAYMENT -> asksAgain(order) ? Duration.ZERO : untilDecided(order);
            case SELL, HOLD_AGAIN, ISSUE, HALTED -> untilDecided(order);
            case UNPIN, RELEASE, AWAIT_LATE_PAYMENT, GIVE_BACK, REFUND, DONE -> Duration.ZERO;
        };
    }

    private Duration untilDecided(Order order) {
        Instant until = order.payUntil();
        Duration left = until == null ? Duration.ZERO : Duration.between(clock.instant(), until);
        return left.isNegative() ? MARGIN : left.plus(MARGIN);
    }

    /** It needs an action of the buyer, as one before it for the same hold, which was not paid. */
    private boolean asksAgain(Order order) {
        if (order.isFree() || !payments.haveAsked(List.of(order.payment()))) {
            return false;
        }
        return payments.haveAsked(
                database.withHandle(handle -> OrderTable.otherPayments(handle, order)));
    }
}
