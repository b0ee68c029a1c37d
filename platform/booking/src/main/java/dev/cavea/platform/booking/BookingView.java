package dev.cavea.platform.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cavea.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A booking as its buyer or its organiser sees it.
 *
 * @param holdId what it pays for; after a payment that came too late, a different one than
 *     requested
 * @param seats public ids; empty for places in an area
 * @param area name of the area, for places in one
 * @param paymentAction what the buyer must do before the payment continues
 * @param paymentFailure why the payment was refused, in the provider's words
 * @param underReview true while a person at the box office must decide what happens next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Booking")
public record BookingView(
        String id,
        String eventId,
        @Nullable String eventName,
        @Nullable Instant startsAt,
        String holdId,
        String status,
        List<String> seats,
        @Nullable String area,
        int quantity,
        List<LineView> lines,
        Money total,
        Instant createdAt,
        Buyer buyer,
        @Nullable PaymentAction paymentAction,
        @Nullable String paymentFailure,
        @Nullable Boolean underReview) {

    /** Who booked. */
    @Schema(name = "BookingBuyer")
    public record Buyer(String email, String name) {}

    /**
     * @param type {@code redirect}: open the address in the buyer's browser
     */
    public record PaymentAction(String type, String url) {}
}
