package dev.cavea.demo.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.CatalogueParts;
import dev.cavea.platform.catalogue.EventDesk;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SeedingTest {

    private static TestLedger ledger;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private final DataSource source = TestPostgres.freshDatabase("audit", "catalogue", "demo");
    private final Jdbi database = Jdbi.create(source);
    private final Clock clock = Clock.systemUTC();
    private final CatalogueParts parts = CatalogueParts.of(database, ledger.client(), clock);
    private final Catalogue catalogue = parts.catalogue();
    private final EventDesk desk = parts.desk();
    private final Seeding seeding = new Seeding(desk, new MadeRows(database), clock);

    @Test
    void fillsAnEmptyCatalogueOnce() {
        Programme programme = Programme.standard();
        List<Seeding.ToSell> toSell = seeding.run(programme);
        assertThat(catalogue.allOnSale()).hasSize(programme.events().size()).hasSizeBetween(30, 40);
        assertThat(toSell).hasSize(2);
        seeding.run(programme);
        assertThat(catalogue.allOnSale()).hasSize(programme.events().size());
        for (Seeding.ToSell sold : toSell) {
            seeding.sold(programme, sold.eventId());
        }
        assertThat(seeding.run(programme)).isEmpty();
    }

    @Test
    void hasTheHousesThatItPromises() {
        seeding.run(Programme.standard());
        assertThat(catalogue.allOnSale())
                .extracting(event -> event.plan().seatCount())
                .contains(738, 20_000, 80_000);
        long now = clock.millis();
        assertThat(catalogue.allOnSale()).allMatch(event -> event.startsAtMillis() > now);
        List<EventOnSale> later =
                catalogue.allOnSale().stream()
                        .filter(e -> e.rules().windows().getFirst().opensAtMillis() > now)
                        .toList();
        assertThat(later).hasSize(1);
        assertThat(later.getFirst().rules().windows().getFirst().opensAtMillis())
                .isBetween(now, now + Duration.ofMinutes(6).toMillis());
    }

    @Test
    void goesOnWhereAnEarlierStartWasCutShort() {
        Programme whole = Programme.standard();
        Programme begun =
                new Programme(whole.venues(), whole.plans(), whole.events().subList(0, 3));
        seeding.run(begun);
        database.useHandle(handle -> handle.execute("DELETE FROM demo.made WHERE key = 'done'"));
        seeding.run(whole);
        assertThat(catalogue.allOnSale()).hasSize(whole.events().size());
    }

    @Test
    void leavesACatalogueAloneThatHasEvents() {
        seeding.run(Programme.standard());
        database.useHandle(handle -> handle.execute("DELETE FROM demo.made"));
        int before = catalogue.allOnSale().size();
        seeding.run(Programme.standard());
        assertThat(catalogue.allOnSale()).hasSize(before);
    }
}
