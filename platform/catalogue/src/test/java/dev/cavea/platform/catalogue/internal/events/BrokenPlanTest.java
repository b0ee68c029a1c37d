package dev.cavea.platform.catalogue.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stored plan that cannot be read any more takes its own event from sale, and no other. */
@Timeout(120)
class BrokenPlanTest {

    private static DataSource source;
    private static TestLedger ledger;

    @BeforeAll
    static void start() {
        source = TestPostgres.freshDatabase("audit", "catalogue");
        ledger = TestLedger.start();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static String event(int rows) {
        return "{'name': 'Evening', 'startsAt': '"
                + Instant.now().plus(Duration.ofDays(30))
                + "', 'plan': {'generate': {'kind': 'grid', 'rows': "
                + rows
                + ", 'seatsPerRow': 4}}, 'prices': [{'zone': '*', 'amountMinor': 5000,"
                + " 'currency': 'EUR'}], 'publish': true}";
    }

    @Test
    void startsWithoutIt() {
        Desk before = new Desk(source, ledger.client());
        EventRow sound = before.create(event(2));
        EventRow broken = before.create(event(3));
        before.database.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE catalogue.plan SET document = '\\x1f8b00' WHERE digest = ?",
                                broken.plan()));

        Desk after = new Desk(source, ledger.client());
        after.events.load();
        assertThat(after.events.onSale(sound.id())).isNotNull();
        assertThat(after.events.problem(sound.id())).isNull();
        assertThat(after.events.onSale(broken.id())).isNull();
        assertThat(after.events.problem(broken.id())).contains(broken.plan());
        assertThat(after.events.troubles())
                .singleElement()
                .asString()
                .contains(Ids.text(broken.id()));

        String id = Ids.text(broken.id());
        Problem change =
                catchThrowableOfType(
                        Problem.class, () -> after.change(broken, "{'name': 'Other'}"));
        assertThat(change.slug()).isEqualTo("plan-unreadable");
        after.organising.end(Desk.ORGANISER, id);
        assertThat(after.rows.find(broken.id()).orElseThrow().status()).isEqualTo(Status.CANCELLED);
        assertThat(after.events.troubles()).isEmpty();
    }
}
