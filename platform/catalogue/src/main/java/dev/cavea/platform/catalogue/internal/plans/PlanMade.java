package dev.cavea.platform.catalogue.internal.plans;

import dev.cavea.platform.catalogue.internal.exchange.PlanExchange;
import dev.cavea.platform.catalogue.internal.fields.Warning;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A plan that was taken.
 *
 * @param warnings what was settled without asking
 */
@Schema(name = "PlanMade")
public record PlanMade(
        String id,
        String digest,
        String name,
        int seats,
        List<String> sections,
        List<String> zones,
        List<Standing> areas,
        List<Warning> warnings) {

    /** Standing room. */
    @Schema(name = "PlanArea")
    public record Standing(String id, String name, int capacity) {}

    static PlanMade of(PlanExchange.Reading reading) {
        Plan plan = reading.plan();
        return new PlanMade(
                plan.digest(),
                plan.digest(),
                plan.frame().name(),
                plan.seatCount(),
                plan.sections(),
                plan.zones(),
                plan.areas().stream()
                        .map(area -> new Standing(area.id(), area.name(), area.capacity()))
                        .toList(),
                reading.warnings());
    }
}
