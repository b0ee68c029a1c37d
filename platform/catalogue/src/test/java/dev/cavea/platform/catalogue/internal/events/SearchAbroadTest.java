package dev.cavea.platform.catalogue.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as they are written elsewhere, days as they are there, prices in other money. */
@Timeout(120)
class SearchAbroadTest {

    private static TestLedger ledger;
    private static Desk desk;

    @BeforeAll
    static void publishSome() {
        ledger = TestLedger.start();
        desk = new Desk(TestPostgres.freshDatabase("audit", "catalogue"), ledger.client());
        desk.time.set(Instant.parse("2027-05-01T10:00:00Z"));
        venue(1, "Hollywood Bowl", "Los Angeles", "America/Los_Angeles");
        venue(2, "Hallenstadion", "ZÜRICH", "Europe/Zurich");
        venue(3, "Atlas Arena", "Łódź", "Europe/Warsaw");
        venue(4, "東京ドーム", "東京", "Asia/Tokyo");
        venue(5, "Elbphilharmonie", "Hamburg", "Europe/Berlin");
        event("LAshow", 1, "2027-06-06T03:00:00Z", "USD");
        event("Große Straße", 2, "2027-06-07T18:00:00Z", "CHF");
        event("C# minor", 3, "2027-06-08T18:00:00Z", "PLN");
        event("Café Timetest", 4, "2027-06-09T18:00:00Z", "JPY");
        event("Hamlet", 2, "2027-06-10T18:00:00Z", "CHF");
        event("Harbour music", 5, "2027-06-11T18:00:00Z", "EUR");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static void venue(long id, String name, String city, String zone) {
        desk.database.useHandle(
                handle ->
                        handle.execute(
                                "INSERT INTO catalogue.venue (id, name, city, time_zone,"
                                        + " created_by, created_at) VALUES (?, ?, ?, ?, 1, now())",
                                id,
                                name,
                                city,
                                zone));
    }

    private static EventRow event(String name, long venue, String startsAt, String currency) {
        return desk.create(
                ("{'name': '%s', 'venueId': '%s', 'startsAt': '%s', 'publish': true,"
                                + " 'plan': {'generate': {'kind': 'grid', 'rows': 2,"
                                + " 'seatsPerRow': 2}}, 'prices': [{'zone': '*',"
                                + " 'amountMinor': 3000, 'currency': '%s'}]}")
                        .formatted(name, Ids.text(venue), startsAt, currency));
    }

    private static List<String> names(SearchParameters asked) {
        return desk.search.find(Search.of(asked, desk.clock.instant())).items().stream()
                .map(event -> event.row().about().name())
                .toList();
    }

    private static List<String> q(String words) {
        SearchParameters asked = new SearchParameters();
        asked.q = words;
        return names(asked);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "lodz, C# minor",
                "Łódź, C# minor",
                "grosse strasse, Große Straße",
                "GROẞE, Große Straße",
                "zuerich hamlet, Hamlet",
                "hamlt, Hamlet",
                "hamelt, Hamlet",
                "Ｃ＃, C# minor",
                "c#, C# minor",
                "cafe, Café Timetest",
                "ドーム, Café Timetest",
                "hambrug, Harbour music",
            })
    void findsOneAndNothingElse(String words, String name) {
        assertThat(q(words)).containsExactly(name);
    }

    @Test
    void findsNoWordInTheMiddleOfAnotherWhenItIsShort() {
        assertThat(q("ete")).isEmpty();
        assertThat(q("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"%", "_", "'", "🎭", "--", "& ( ! <->", "\u0000"})
    void passesOverSymbols(String symbols) {
        assertThat(q(symbols)).hasSize(6);
        assertThat(q("hamlet " + symbols)).containsExactly("Hamlet");
    }

    @ParameterizedTest
    @CsvSource({"zurich, 2", "Zürich, 2", "ZÜRICH, 2", "lodz, 1", "los angeles, 1", "東京, 1"})
    void knowsACityByItsNameInAnySpelling(String city, int events) {
        SearchParameters asked = new SearchParameters();
        asked.city = city;
        assertThat(names(asked)).hasSize(events);
    }

    @Test
    void takesADayAsTheDayWhereTheEventIs() {
        SearchParameters asked = new SearchParameters();
        asked.from = "2027-06-05";
        asked.to = "2027-06-05";
        assertThat(names(asked)).containsExactly("LAshow");
        asked.from = "2027-06-06";
        asked.to = "2027-06-06";
        assertThat(names(asked)).isEmpty();
        asked.from = "2027-06-10";
        asked.to = "2027-06-10";
        assertThat(names(asked)).containsExactlyInAnyOrder("Café Timetest", "Hamlet");
    }

    @Test
    void comparesAmountsWithinOneCurrencyOnly() {
        SearchParameters asked = new SearchParameters();
        asked.sort = "price";
        assertThat(names(asked)).startsWith("Große Straße", "Hamlet", "Harbour music");
        asked.currency = "jpy";
        asked.maxPriceMinor = "3000";
        assertThat(names(asked)).containsExactly("Café Timetest");
    }

    @Test
    void listsWhatHasBegunWhileItIsSold() {
        Instant before = desk.time.get();
        EventRow running = event("Long fair", 2, "2027-05-02T10:00:00Z", "CHF");
        desk.change(running, "{'rules': {'closesAt': '2027-05-02T12:00:00Z'}}");
        try {
            desk.time.set(Instant.parse("2027-05-02T11:00:00Z"));
            assertThat(names(new SearchParameters())).startsWith("Long fair");
            desk.time.set(Instant.parse("2027-05-02T12:00:00Z"));
            assertThat(names(new SearchParameters())).doesNotContain("Long fair");
        } finally {
            desk.time.set(before);
            desk.organising.end(Desk.ORGANISER, Ids.text(running.id()));
        }
    }
}
