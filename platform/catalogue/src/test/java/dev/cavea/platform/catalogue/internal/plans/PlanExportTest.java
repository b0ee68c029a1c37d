package dev.cavea.platform.catalogue.internal.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.catalogue.internal.exchange.Loss;
import dev.cavea.platform.catalogue.internal.exchange.PlanExchange;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PlanExportTest {

    @Test
    void refusesAFormThatCannotKeepThePlanWhereThatIsAskedFor() {
        Jdbi database = Jdbi.create(TestPostgres.freshDatabase("catalogue"));
        PlanStore plans = new PlanStore(database, Clock.systemUTC());
        String arena = "{\"generate\":{\"kind\":\"arena\",\"seats\":600,\"floor\":50}}";
        Plan plan = PlanExchange.json(arena.getBytes(StandardCharsets.UTF_8)).plan();
        plans.keep(StoredPlan.of(plan), 7);

        Problem problem =
                catchThrowableOfType(
                        Problem.class,
                        () ->
                                new PlansResource(plans, PlanUploads.ofServer())
                                        .one(plan.digest(), "pretix", true));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.slug()).isEqualTo("export-incomplete");
        assertThat((List<?>) problem.document().get("losses"))
                .anyMatch(loss -> loss.equals(new Loss("areas", 1)))
                .anyMatch(
                        loss -> loss instanceof Loss(String what, _) && what.equals("wheelchair"));
        // What a store has once read is the same plan as what was kept.
        assertThat(
                        new PlanStore(database, Clock.systemUTC())
                                .find(plan.digest())
                                .orElseThrow()
                                .plan())
                .extracting(Plan::seatCount)
                .isEqualTo(plan.seatCount());
    }
}
