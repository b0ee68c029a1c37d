package dev.cavea.platform.catalogue.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers as they go out, member by member: other programs rely on them. */
@Timeout(120)
class EventViewsTest {

    private static final String WHOLE =
            "{'name': 'Medea', 'startsAt': '2199-05-01T18:00:00Z', 'publish': true, 'plan':"
                    + " {'generate': {'kind': 'grid', 'rows': 1, 'seatsPerRow': 2}}, 'prices':"
                    + " [{'zone': '*', 'amountMinor': 3000, 'feeMinor': 100, 'currency': 'EUR'}]}";

    private static TestLedger ledger;
    private static Desk desk;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        desk = new Desk(TestPostgres.freshDatabase("audit", "catalogue"), ledger.client());
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static List<String> members(JsonNode json) {
        return json.propertyStream().map(Map.Entry::getKey).toList();
    }

    @Test
    void listsWhatTheContractNames() {
        PublishedEvent event = desk.events.find(desk.create(WHOLE).id());
        JsonNode json = Json.mapper().valueToTree(new EventViews(_ -> 0).summary(event));
        assertThat(members(json))
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "venue",
                        "startsAt",
                        "endsAt",
                        "category",
                        "status",
                        "priceFrom",
                        "onSaleAt",
                        "closesAt",
                        "capacity",
                        "soldOut",
                        "free");
        assertThat(json.get("startsAt").textValue()).isEqualTo("2199-05-01T18:00:00Z");
        assertThat(json.get("priceFrom").toString())
                .isEqualTo("{\"amountMinor\":3100,\"currency\":\"EUR\"}");
        assertThat(json.get("soldOut").booleanValue()).isTrue();
        assertThat(members(json.get("venue")))
                .contains("id", "name", "city", "lat", "lon", "timeZone");
    }

    @Test
    void showsAnEventWholeInOneObject() {
        PublishedEvent event = desk.events.find(desk.create(WHOLE).id());
        JsonNode json = Json.mapper().valueToTree(desk.views.detail(event));
        assertThat(members(json))
                .contains("id", "name", "description", "organiser", "rules", "onSales")
                .contains("plan", "zones", "areas", "capacity")
                .doesNotContain("summary", "channels", "free");
        JsonNode zone = json.at("/zones/0");
        assertThat(zone.at("/price/amountMinor").longValue()).isEqualTo(3000);
        assertThat(zone.at("/fee/amountMinor").longValue()).isEqualTo(100);
        assertThat(zone.at("/total/amountMinor").longValue()).isEqualTo(3100);
        assertThat(json.at("/rules/maxSeatsPerBuyer").intValue()).isEqualTo(10);
        assertThat(json.at("/onSales/0/channel").textValue()).isEqualTo("public");
        assertThat(json.at("/plan/seats").intValue()).isEqualTo(2);
    }

    @Test
    void tellsAndKeepsHowManySeatsOneNetworkMayHold() {
        EventRow event = desk.create(WHOLE);
        assertThat(desk.events.onSale(event.id()).mostHeldPerNetwork()).isNull();
        desk.change(event, "{'rules': {'maxSeatsHeldPerNetwork': 40}}");
        desk.change(event, "{'rules': {'maxSeatsPerBuyer': 4}}");
        assertThat(desk.events.onSale(event.id()).mostHeldPerNetwork()).isEqualTo(40);
        PublishedEvent shown = desk.events.find(event.id());
        JsonNode json = Json.mapper().valueToTree(desk.views.detail(shown));
        assertThat(json.at("/rules/maxSeatsHeldPerNetwork").intValue()).isEqualTo(40);
        desk.change(event, "{'rules': {'maxSeatsHeldPerNetwork': null}}");
        assertThat(desk.events.onSale(event.id()).mostHeldPerNetwork()).isNull();
    }

    @Test
    void leavesOutOfADraftWhatItHasNot() {
        EventRow draft = desk.create("{'name': 'x', 'startsAt': '2199-05-01T18:00:00Z'}");
        JsonNode json = Json.mapper().valueToTree(desk.views.own(draft, null, null));
        assertThat(members(json))
                .contains("id", "description", "channels", "priceFrom")
                .doesNotContain("capacity", "soldOut", "plan", "zones", "areas");
        assertThat(json.get("description").isNull()).isTrue();
    }
}
