package dev.cavea.platform.booking.internal.order;

import dev.cavea.platform.booking.BookingView;
import dev.cavea.platform.booking.LineView;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.payments.PaymentState;
import dev.cavea.platform.payments.PaymentStatus;
import dev.cavea.platform.payments.Payments;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bookings as they are shown. */
@Singleton
public final class BookingViews {

    private final Catalogue catalogue;
    private final Payments payments;

    BookingViews(Catalogue catalogue, Payments payments) {
        this.catalogue = catalogue;
        this.payments = payments;
    }

    /** With what the buyer must do, or why the payment failed. */
    BookingView of(Order order) {
        boolean asks =
                !order.isFree()
                        && (order.status() == OrderStatus.PENDING_PAYMENT
                                || order.status() == OrderStatus.PAYMENT_FAILED);
        return view(order, asks ? payments.state(order.payment()) : null);
    }

    /** Without asking for its payment: for lists of others' bookings. */
    BookingView brief(Order order) {
        return view(order, null);
    }

    private BookingView view(Order order, @Nullable PaymentState payment) {
        EventOnSale event = catalogue.onSale(order.event());
        return new BookingView(
                Ids.text(order.id()),
                Ids.text(order.event()),
                event == null ? null : event.name(),
                event == null ? null : Instant.ofEpochMilli(event.startsAtMillis()),
                order.holdName().text(),
                order.status().word(),
                order.lines().stream()
                        .map(line -> line.place().seatId())
                        .filter(Objects::nonNull)
                        .toList(),
                order.area() == null ? null : order.lines().getFirst().place().section(),
                order.quantity(),
                order.lines().stream().map(LineView::of).toList(),
                order.total(),
                order.createdAt(),
                new BookingView.Buyer(order.email(), order.name()),
                action(order, payment),
                failure(order, payment),
                order.step() == Step.HALTED ? true : null);
    }

    private static BookingView.@Nullable PaymentAction action(
            Order order, @Nullable PaymentState payment) {
        return order.status() == OrderStatus.PENDING_PAYMENT
                        && payment != null
                        && payment.status() == PaymentStatus.ACTION
                        && payment.actionUrl() != null
                ? new BookingView.PaymentAction("redirect", payment.actionUrl())
                : null;
    }

    private static @Nullable String failure(Order order, @Nullable PaymentState payment) {
        return order.status() == OrderStatus.PAYMENT_FAILED && payment != null
                ? payment.failureCode()
                : null;
    }
}
