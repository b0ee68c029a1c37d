package dev.cavea.platform.booking.internal.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cavea.platform.booking.internal.money.CaseAct;
import dev.cavea.platform.booking.internal.money.MoneyCase;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A case as operators see it.
 *
 * @param kind why a person must look, as {@code refund-refused}
 * @param booking null when there is no such booking
 * @param acts what can be done about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MoneyCase")
public record MoneyCaseView(
        String id,
        String kind,
        String detail,
        Money amount,
        Instant openedAt,
        String bookingId,
        String paymentId,
        @Nullable Booking booking,
        List<String> acts) {

    /** Whose booking it is. */
    @Schema(name = "MoneyCaseBooking")
    public record Booking(
            String eventId,
            @Nullable String eventName,
            String status,
            int quantity,
            String buyerName,
            String buyerEmail) {}

    static MoneyCaseView of(MoneyCase about, @Nullable Order order, @Nullable String eventName) {
        return new MoneyCaseView(
                Ids.text(about.id()),
                about.kind().word(),
                about.detail(),
                about.amount(),
                about.openedAt(),
                Ids.text(about.booking()),
                Ids.text(about.payment()),
                order == null
                        ? null
                        : new Booking(
                                Ids.text(order.event()),
                                eventName,
                                order.status().word(),
                                order.quantity(),
                                order.name(),
                                order.email()),
                about.kind().acts().stream().map(CaseAct::word).toList());
    }
}
