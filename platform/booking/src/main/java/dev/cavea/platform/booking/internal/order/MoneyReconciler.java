package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.internal.money.CaseKind;
import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.PaymentState;
import dev.cavea.platform.payments.Payments;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts for all money that was taken: there is a confirmed booking for it, or it went back.
 * Whatever got lost on the way is picked up again; whatever cannot be becomes a case for a person.
 */
@Singleton
final class MoneyReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(MoneyReconciler.class);

    /** Within this time a booking gets there by itself. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int AT_ONCE = 500;

    private final Jdbi database;
    private final Payments payments;
    private final MoneyCases cases;
    private final Clock clock;

    MoneyReconciler(Jdbi database, Payments payments, MoneyCases cases, Clock clock) {
        this.database = database;
        this.payments = payments;
        this.cases = cases;
        this.clock = clock;
    }

    /** Goes once through everything not accounted for; no row keeps the others from their turn. */
    void compare() {
        List<PaymentState> some = payments.unaccounted(GRACE, 0, AT_ONCE);
        while (!some.isEmpty()) {
            List<PaymentState> page = some;
            database.useTransaction(handle -> account(handle, page));
            some = payments.unaccounted(GRACE, page.getLast().id(), AT_ONCE);
        }
        cases.count();
    }

    private void account(Handle handle, List<PaymentState> page) {
        Map<Long, OrderTable.Stand> bookings =
                OrderTable.stands(handle, page.stream().map(PaymentState::reference).toList())
                        .stream()
                        .collect(Collectors.toMap(OrderTable.Stand::id, Function.identity()));
        List<Long> accounted = new ArrayList<>();
        for (PaymentState payment : page) {
            OrderTable.Stand booking = bookings.get(payment.reference());
            if (booking == null) {
                nothing(handle, payment);
            } else if (isAccounted(booking)) {
                accounted.add(payment.id());
            } else if (OrderTable.paidAfterAll(handle, booking.id(), clock.instant())) {
                LOG.warn("Booking {} had not heard of its money", Ids.text(booking.id()));
            }
        }
        payments.account(handle, accounted);
    }

    private static boolean isAccounted(OrderTable.Stand booking) {
        return booking.step() == Step.DONE
                && (booking.status() == OrderStatus.CONFIRMED
                        || booking.status() == OrderStatus.REFUNDED
                        || booking.status() == OrderStatus.PARTIALLY_REFUNDED);
    }

    private void nothing(Handle handle, PaymentState payment) {
        cases.open(
                handle,
                CaseKind.PAID_FOR_NOTHING,
                new MoneyCases.Subject(payment.reference(), payment.id(), payment.amount()),
                "there is no such booking");
    }
}
