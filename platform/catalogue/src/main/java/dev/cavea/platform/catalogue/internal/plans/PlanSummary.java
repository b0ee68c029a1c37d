package dev.cavea.platform.catalogue.internal.plans;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan in the list of all. */
@Schema(name = "PlanSummary")
public record PlanSummary(String id, String digest, String name, int seats, long places) {

    static PlanSummary of(PlanStore.Summary plan) {
        return new PlanSummary(
                plan.digest(), plan.digest(), plan.name(), plan.seats(), plan.places());
    }
}
