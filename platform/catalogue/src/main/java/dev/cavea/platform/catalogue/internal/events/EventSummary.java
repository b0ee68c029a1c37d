package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cavea.platform.catalogue.internal.venues.VenueView;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event as listings have it.
 *
 * @param capacity seats and places; left out of what was never published, as the next two
 * @param free left out if nothing watches the ledger
 */
@Schema(name = "EventSummary")
public record EventSummary(
        String id,
        String name,
        VenueView venue,
        Instant startsAt,
        @Nullable Instant endsAt,
        String category,
        @Schema(enumeration = {"draft", "opening", "published", "cancelled"}) String status,
        @Nullable Money priceFrom,
        @Nullable Instant onSaleAt,
        Instant closesAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long capacity,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean soldOut,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer free) {

    /**
     * @param capacity null for one that was never published
     * @param free null when it is not known
     */
    static EventSummary of(EventRow row, @Nullable Long capacity, @Nullable Integer free) {
        EventRow.About about = row.about();
        SaleRules rules = row.sale().rules();
        return new EventSummary(
                Ids.text(row.id()),
                about.name(),
                VenueView.of(row.venue()),
                about.startsAt(),
                about.endsAt(),
                about.category(),
                row.status().word(),
                row.priceFrom() == null
                        ? null
                        : new Money(row.priceFrom(), row.sale().prices().getFirst().currency()),
                rules.onSaleAt(),
                rules.closes(about.startsAt()),
                capacity,
                capacity == null ? null : free != null && free == 0,
                free);
    }
}
