package dev.cavea.platform.catalogue.internal.events;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of an event as the published description has it; {@link EventForm} reads it. */
@Schema(name = "EventBody")
public record EventBody(
        @Schema(examples = "An evening") String name,
        @Nullable String description,
        @Schema(description = "One lower-case word; `other` if left out") @Nullable String category,
        @Schema(format = "date-time") String startsAt,
        @Schema(description = "`{id}` of a venue") @Nullable Map<String, String> venue,
        @Schema(
                        description =
                                "`{id}` of a plan, or a plan itself: pretix JSON, cavea-plan/1 or"
                                        + " `{generate: {kind, …}}`")
                @Nullable Map<String, Object> plan,
        @Nullable List<Price> prices,
        @Nullable SaleRulesBody rules,
        @Schema(description = "Opens the house in the ledger") @Nullable Boolean publish) {

    /** What a zone costs. */
    @Schema(name = "PriceBody")
    public record Price(
            @Schema(description = "A zone's name, or `*` for all others") String zone,
            long amountMinor,
            @Schema(examples = "EUR") String currency,
            @Schema(description = "Added to each ticket; 0 if left out") @Nullable Long feeMinor) {}

    /** How it is sold. */
    @Schema(name = "SaleRulesBody")
    public record SaleRulesBody(
            @Schema(enumeration = {"allow", "refuse"}) @Nullable String orphanSeats,
            @Schema(defaultValue = "10") @Nullable Integer maxSeatsPerBuyer,
            @Schema(defaultValue = "600") @Nullable Integer holdSeconds,
            @Schema(defaultValue = "1") @Nullable Integer maxExtensions,
            @Schema(format = "date-time", description = "At once if left out")
                    @Nullable String onSaleAt,
            @Schema(format = "date-time", description = "When the event starts if left out")
                    @Nullable String closesAt) {}
}
