package dev.cavea.platform.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.catalogue.internal.events.EventBody;
import dev.cavea.platform.catalogue.internal.events.Organising;
import dev.cavea.platform.catalogue.internal.exchange.PlanExchange;
import dev.cavea.platform.catalogue.internal.plans.PlanStore;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;
import dev.cavea.platform.catalogue.internal.venues.Venues;
import dev.cavea.platform.catalogue.internal.venues.Venues.VenueBody;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;

/** What organisers do, for other modules: the same bodies and checks as the endpoints. */
@Singleton
public final class EventDesk {

    private final Organising organising;
    private final Venues venues;
    private final PlanStore plans;

    EventDesk(Organising organising, Venues venues, PlanStore plans) {
        this.organising = organising;
        this.venues = venues;
        this.plans = plans;
    }

    /** The id of a new venue. Throws a problem for a body that the endpoint would refuse. */
    public String addVenue(Caller organiser, JsonNode body) {
        return Ids.text(venues.create(organiser, Json.strictly(body, VenueBody.class)).id());
    }

    /** The id of a plan in any of the JSON forms. Throws as {@link #addVenue}. */
    public String addPlan(Caller organiser, byte[] document) {
        StoredPlan plan = StoredPlan.of(PlanExchange.json(document).plan());
        plans.keep(plan, organiser.account());
        return plan.plan().digest();
    }

    /** The id of a new event. Throws as {@link #addVenue}. */
    public String addEvent(Caller organiser, JsonNode body) {
        EventBody event = Json.strictly(body, EventBody.class);
        return Ids.text(organising.create(organiser, event).row().id());
    }

    /** Whether there is no event at all, not even a draft. */
    public boolean isEmpty() {
        return organising.isEmpty();
    }
}
