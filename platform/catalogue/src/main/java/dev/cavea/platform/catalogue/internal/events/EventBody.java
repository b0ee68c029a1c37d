package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body that makes or changes an event. A member that is left out keeps what was there, which
 * for a new event is what is usual.
 */
@Schema(name = "EventBody")
public record EventBody(
        @Schema(examples = "An evening") @Nullable String name,
        @Nullable String description,
        @Schema(description = "One lower-case word; `other` if left out") @Nullable String category,
        @Schema(format = "date-time") @Nullable String startsAt,
        @Schema(
                        format = "date-time",
                        description = "Calendars assume two hours after the start if left out")
                @Nullable String endsAt,
        @Schema(description = "Instead of endsAt") @Nullable Integer durationMinutes,
        @Nullable Reference venue,
        @Schema(description = "Instead of venue") @Nullable String venueId,
        @Schema(
                        implementation = Object.class,
                        description =
                                "`{id}` of a plan, or a plan itself: pretix JSON, cavea-plan/1 or"
                                        + " `{generate: {kind, …}}`")
                @Nullable JsonNode plan,
        @Nullable List<Price> prices,
        @Nullable SaleRulesBody rules,
        @Schema(description = "Opens the event's seats in the ledger") @Nullable Boolean publish) {

    /** Something that has an id. */
    @Schema(name = "Reference")
    public record Reference(@Nullable String id) {}

    /** What a zone costs. */
    @Schema(name = "PriceBody")
    public record Price(
            @Schema(description = "A zone's name, or `*` for all others") @Nullable String zone,
            @Nullable Long amountMinor,
            @Schema(examples = "EUR") @Nullable String currency,
            @Schema(description = "Added to each ticket; 0 if left out") @Nullable Long feeMinor) {}

    /**
     * How it is sold. Of a time, and of the limit per network, null is not the same as left out: it
     * goes back to what is usual.
     */
    @Schema(name = "SaleRulesBody")
    public record SaleRulesBody(
            @Schema(enumeration = {"allow", "refuse"}) @Nullable String orphanSeats,
            @Schema(defaultValue = "10") @Nullable Integer maxSeatsPerBuyer,
            @Schema(defaultValue = "600") @Nullable Integer holdSeconds,
            @Schema(defaultValue = "1") @Nullable Integer maxExtensions,
            @Schema(
                            implementation = Integer.class,
                            description =
                                    "Seats that one network may hold at once, by all its buyers;"
                                            + " 0: no limit. What the server is set to if left out")
                    @Nullable JsonNode maxSeatsHeldPerNetwork,
            @Schema(
                            implementation = String.class,
                            format = "date-time",
                            description = "At once if left out")
                    @Nullable JsonNode onSaleAt,
            @Schema(
                            implementation = String.class,
                            format = "date-time",
                            description = "When the event starts if left out; moves with the event")
                    @Nullable JsonNode closesAt) {}

    /** The id given as {@code venueId}, or as {@code venue: {id}}; null when there is none. */
    @Nullable String venueReference() {
        return venue == null ? venueId : String.valueOf(venue.id());
    }

    boolean publishes() {
        return Boolean.TRUE.equals(publish);
    }
}
