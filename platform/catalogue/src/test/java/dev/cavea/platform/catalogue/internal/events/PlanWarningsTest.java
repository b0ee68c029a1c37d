package dev.cavea.platform.catalogue.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.catalogue.internal.fields.Warning;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan that comes with an event was settled to is told, as where it comes by itself. */
final class PlanWarningsTest {

    private static final String DRAFT =
            "{'name': 'A play', 'startsAt': '2199-05-01T18:00:00Z', 'plan': %s}";

    /** Nobody says where its stage is. */
    private static final String PLAN =
            """
            {'name': 'House', 'categories': [{'name': 'K', 'color': '#F44336'}], 'zones': [
              {'name': 'Z', 'position': {'x': 0, 'y': 0}, 'areas': [], 'rows': [
                {'row_number': 'A', 'seats': [{'seat_guid': 'a1', 'seat_number': '1',
                  'position': {'x': 25, 'y': 0}, 'category': 'K'}]}]}]}
            """;

    @Test
    void answersNameTheWarningsOfAPlanThatCameWithTheEvent() throws Exception {
        try (TestLedger ledger = TestLedger.start()) {
            Desk desk = new Desk(TestPostgres.freshDatabase("audit", "catalogue"), ledger.client());
            Organising.Outcome made = make(desk, DRAFT.formatted(PLAN));
            assertThat(made.warnings()).extracting(Warning::code).containsExactly("front-guessed");
            EventView shown = desk.views.own(made.row(), null, null).with(made.warnings());
            assertThat(Json.tree(Json.write(shown)).at("/warnings/0/code").asText())
                    .isEqualTo("front-guessed");

            EventBody other = body("{'plan': %s}".formatted(PLAN.replace("House", "Other")));
            assertThat(change(desk, made, other)).hasSize(1);
            assertThat(change(desk, made, body("{'name': 'Another'}"))).isEmpty();

            String drawn = "{'generate': {'kind': 'grid', 'rows': 1, 'seatsPerRow': 1}}";
            Organising.Outcome quiet = make(desk, DRAFT.formatted(drawn));
            EventView silent = desk.views.own(quiet.row(), null, null).with(quiet.warnings());
            assertThat(Json.tree(Json.write(silent)).has("warnings")).isFalse();
        }
    }

    @Test
    void aPlanThatCameWithTheEventIsReadInTurnWithUploads() throws Exception {
        try (TestLedger ledger = TestLedger.start()) {
            Desk desk = new Desk(TestPostgres.freshDatabase("audit", "catalogue"), ledger.client());
            Problem refused =
                    desk.uploads.inTurn(
                            () ->
                                    desk.uploads.inTurn(
                                            () ->
                                                    catchThrowableOfType(
                                                            Problem.class,
                                                            () ->
                                                                    make(
                                                                            desk,
                                                                            DRAFT.formatted(
                                                                                    PLAN)))));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(make(desk, DRAFT.formatted(PLAN)).warnings()).hasSize(1);
        }
    }

    private static EventBody body(String text) {
        return Desk.body(Desk.json(text));
    }

    private static Organising.Outcome make(Desk desk, String text) {
        return desk.organising.create(Desk.ORGANISER, body(text));
    }

    private static List<Warning> change(Desk desk, Organising.Outcome made, EventBody body) {
        String id = Ids.text(made.row().id());
        return desk.organising.change(Desk.ORGANISER, id, body).warnings();
    }
}
