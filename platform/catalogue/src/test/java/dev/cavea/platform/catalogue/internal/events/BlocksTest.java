package dev.cavea.platform.catalogue.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.ledger.core.Answer;
import dev.cavea.platform.catalogue.internal.events.BlockRequest.BlockBody;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BlocksTest {

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

    private static EventRow published() {
        return desk.create(
                ("{'name': 'An evening', 'startsAt': '%s', 'plan': {'generate': {'kind': 'grid',"
                                + " 'rows': 2, 'seatsPerRow': 5}}, 'prices': [{'zone': '*',"
                                + " 'amountMinor': 5000, 'currency': 'EUR'}], 'publish': true}")
                        .formatted(desk.clock.instant().plus(Duration.ofDays(30))));
    }

    private static Problem refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }

    static BlockBody body(String body) {
        return Json.strictly(Desk.json(body), BlockBody.class);
    }

    @Test
    void keepsSeatsForAChannelAndGivesThemFree() {
        EventRow event = published();
        String id = Ids.text(event.id());
        var body = body("{'seats': ['A-1-1', 'A-1-2'], 'channel': 'Sponsor'}");
        desk.blocks.block(Desk.ORGANISER, id, body);
        assertThat(desk.hold(ledger.client(), event, "A-1-1")).isInstanceOf(Answer.Rejected.class);
        var others = body("{'seats': ['A-1-2', 'A-1-3'], 'channel': 'press'}");
        assertThat(refusal(() -> desk.blocks.block(Desk.ORGANISER, id, others)).slug())
                .isEqualTo("seats-taken");
        desk.blocks.unblock(Desk.ORGANISER, id, body);
        assertThat(desk.hold(ledger.client(), event, "A-1-1")).isInstanceOf(Answer.Held.class);
        var unknown = body("{'seats': ['A-1-2', 'Z-9-9']}");
        Problem problem = refusal(() -> desk.blocks.block(Desk.ORGANISER, id, unknown));
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.document().get("unknown")).isEqualTo(List.of("Z-9-9"));
    }

    @Test
    void givesAPresaleItsWindowInTheLedger() {
        EventRow event = published();
        String opens = desk.clock.instant().plus(Duration.ofDays(1)).toString();
        EventRow changed =
                desk.blocks.channels(
                        Desk.ORGANISER,
                        Ids.text(event.id()),
                        Json.strictly(
                                Desk.json(
                                        "{'channels': [{'channel': 'presale', 'opensAt': '"
                                                + opens
                                                + "'}]}"),
                                Blocks.ChannelsBody.class));
        assertThat(changed.sale().channels().getFirst().number()).isEqualTo(1);
        assertThat(changed.task()).isNull();
        assertThat(desk.events.onSale(event.id()).rules().windows()).hasSize(2);
    }
}
