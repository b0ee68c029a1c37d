package dev.cavea.platform.booking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/bookings}.
 *
 * @param payment may be left out for a total of 0, and is then ignored
 */
@Schema(requiredProperties = {"holdId", "buyer"})
public record NewBooking(
        @Nullable String holdId, @Nullable Buyer buyer, @Nullable Payment payment) {

    /** Who the tickets are for. */
    @Schema(requiredProperties = {"email", "name"})
    public record Buyer(@Nullable String email, @Nullable String name) {}

    /**
     * @param method name of a payment provider, as {@code sandbox}
     * @param token the provider's token for the buyer's card
     */
    @Schema(name = "BookingPayment", requiredProperties = "method")
    public record Payment(@Nullable String method, @Nullable String token) {}
}
