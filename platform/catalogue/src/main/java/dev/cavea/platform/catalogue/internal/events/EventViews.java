package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.catalogue.Availability;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import org.jspecify.annotations.Nullable;

/** Events as answers have them, with what is free now. */
public final class EventViews {

    private final @Nullable Availability availability;

    /**
     * @param availability null if nothing watches the ledger; then free seats are left out
     */
    public EventViews(@Nullable Availability availability) {
        this.availability = availability;
    }

    /** As the listing has it. */
    EventSummary summary(PublishedEvent event) {
        return summary(event.row(), event);
    }

    /** Whole, as the event's own page has it. */
    EventView detail(PublishedEvent event) {
        return EventView.of(summary(event), event.row(), event.plan().plan());
    }

    /** Whole, as its organiser sees it, also while it is a draft. */
    EventView own(EventRow row, @Nullable PublishedEvent event, @Nullable Plan plan) {
        return EventView.of(summary(row, event), row, plan)
                .forOrganiser(row.sale().channels(), null);
    }

    private EventSummary summary(EventRow row, @Nullable PublishedEvent event) {
        if (event == null) {
            return EventSummary.of(row, null, null);
        }
        Integer free = availability == null ? null : availability.free(event.onSale());
        return EventSummary.of(row, event.capacity(), free);
    }
}
