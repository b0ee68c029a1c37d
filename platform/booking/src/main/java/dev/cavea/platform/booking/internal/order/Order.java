package dev.cavea.platform.booking.internal.order;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.platform.booking.HoldName;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.booking.PricedPlace;
import dev.cavea.platform.booking.internal.money.MoneyCases;
import dev.cavea.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as in its row.
 *
 * @param hold what is paid for, later the sale
 * @param attempt how many times the places were held again
 * @param area index of the area; null for seats
 * @param face sum of the face values
 * @param fee sum of the fees
 * @param refund the refund's id, once there is one
 * @param version grows with every change
 * @param payUntil when we stop waiting for a payment; null before the hold is pinned
 */
public record Order(
        long id,
        long event,
        long organiser,
        long buyer,
        String email,
        String name,
        HoldId hold,
        int attempt,
        @Nullable Integer area,
        int quantity,
        Money face,
        Money fee,
        long payment,
        @Nullable Long refund,
        OrderStatus status,
        Step step,
        int version,
        Instant createdAt,
        @Nullable Instant payUntil,
        List<PricedPlace> lines) {

    public Money total() {
        return face.plus(fee);
    }

    /** Nothing is paid, so no provider ever hears of it. */
    public boolean isFree() {
        return total().amountMinor() == 0;
    }

    MoneyCases.Subject subject() {
        return new MoneyCases.Subject(id, payment, total());
    }

    public HoldName holdName() {
        return new HoldName(event, hold);
    }

    public Places places() {
        return area != null
                ? new Places.Standing(area, quantity)
                : Places.seats(
                        lines.stream()
                                .mapToInt(
                                        line -> {
                                            Integer seat = line.place().seat();
                                            return seat == null ? -1 : seat;
                                        })
                                .toArray());
    }

    Order with(List<PricedPlace> other) {
        return new Order(
                id, event, organiser, buyer, email, name, hold, attempt, area, quantity, face, fee,
                payment, refund, status, step, version, createdAt, payUntil, other);
    }
}
