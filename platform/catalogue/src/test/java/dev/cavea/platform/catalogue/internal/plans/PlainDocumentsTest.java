package dev.cavea.platform.catalogue.internal.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.platform.catalogue.internal.exchange.PlanExchange;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PlainDocumentsTest {

    @Test
    void aPlanIsUnzippedOnceForAllWhoAsk() {
        PlainDocuments documents = new PlainDocuments();
        String drawn = "{\"generate\": {\"kind\": \"grid\", \"rows\": 4, \"seatsPerRow\": 5}}";
        StoredPlan plan =
                StoredPlan.of(PlanExchange.json(drawn.getBytes(StandardCharsets.UTF_8)).plan());
        byte[] first = documents.of(plan).join();
        assertThat(first).isEqualTo(plan.document());
        assertThat(documents.of(plan).join()).isSameAs(first);
    }
}
