package dev.cavea.platform.catalogue.internal.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.catalogue.internal.exchange.PlanExchange;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.catalogue.internal.fields.Warning;
import dev.cavea.platform.catalogue.internal.plans.PlanStore;
import dev.cavea.platform.catalogue.internal.plans.PlanUploads;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;
import dev.cavea.platform.catalogue.internal.venues.Venue;
import dev.cavea.platform.catalogue.internal.venues.VenueRows;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Text;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an event refers to. */
@Singleton
public final class Shelves {

    private final VenueRows venues;
    private final PlanStore plans;
    private final PlanUploads uploads;

    public Shelves(VenueRows venues, PlanStore plans, PlanUploads uploads) {
        this.venues = venues;
        this.plans = plans;
        this.uploads = uploads;
    }

    /** Null when none is named, or none has that id. */
    @Nullable Venue venue(@Nullable String reference, Check check) {
        if (reference == null) {
            return null;
        }
        OptionalLong id = Ids.parse(reference);
        Venue venue = id.isEmpty() ? null : venues.find(id.getAsLong()).orElse(null);
        check.that(
                "venue.id", venue != null, "there is no venue " + shown(reference), "a venue's id");
        return venue;
    }

    StoredPlan plan(String digest) {
        return plans.find(digest).orElseThrow();
    }

    /**
     * A plan that a body names or holds.
     *
     * @param plan null when there is none
     * @param warnings what was settled without asking
     */
    record Given(@Nullable StoredPlan plan, List<Warning> warnings) {}

    /** By its id, or read or drawn but not kept yet: in turn with the plans that are uploaded. */
    Given plan(@Nullable JsonNode given, Check check) {
        if (given == null || given.isNull()) {
            return new Given(null, List.of());
        }
        if (!isReference(given)) {
            return uploads.inTurn(() -> read(given));
        }
        String reference = reference(given).asText();
        StoredPlan known = plans.find(reference).orElse(null);
        check.that("plan.id", known != null, "there is no plan " + shown(reference), "a plan's id");
        return new Given(known, List.of());
    }

    private static Given read(JsonNode given) {
        PlanExchange.Reading read = PlanExchange.json(given, "plan.", Findings.ofPlan());
        return new Given(StoredPlan.of(read.plan()), read.warnings());
    }

    void keep(StoredPlan plan, long organiser) {
        plans.keep(plan, organiser);
    }

    static boolean isReference(@Nullable JsonNode given) {
        return given != null && !reference(given).isMissingNode();
    }

    private static JsonNode reference(JsonNode given) {
        if (given.isTextual()) {
            return given;
        }
        JsonNode id = given.path("id");
        return id.isMissingNode() ? given.path("digest") : id;
    }

    private static String shown(String reference) {
        return Text.length(reference) <= 70 ? reference : Text.cut(reference, 70) + "…";
    }
}
