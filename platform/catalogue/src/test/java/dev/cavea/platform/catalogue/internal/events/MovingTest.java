package dev.cavea.platform.catalogue.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.catalogue.EventNews;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An event moves: its sale, its calendar entry and the word to its buyers go with it. */
@Timeout(120)
class MovingTest {

    private static final String START = "2027-09-05T17:30:00Z";
    private static TestLedger ledger;
    private static Desk desk;

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        desk = new Desk(TestPostgres.freshDatabase("audit", "catalogue"), ledger.client());
        desk.time.set(Instant.parse("2027-03-01T10:00:00Z"));
        for (int id = 1; id <= 2; id++) {
            int number = id;
            desk.database.useHandle(
                    handle ->
                            handle.execute(
                                    "INSERT INTO catalogue.venue (id, name, city, address,"
                                            + " time_zone, created_by, created_at) VALUES (?, ?,"
                                            + " 'Wien', 'Ring 2', 'Europe/Vienna', 1, now())",
                                    number,
                                    "House " + number));
        }
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static EventRow event(String rules) {
        return desk.create(
                ("{'name': 'Medea', 'startsAt': '%s', 'venueId': '%s', 'rules': %s, 'publish':"
                                + " true, 'plan': {'generate': {'kind': 'grid', 'rows': 2,"
                                + " 'seatsPerRow': 2}}, 'prices': [{'zone': '*', 'amountMinor':"
                                + " 3000, 'currency': 'EUR'}]}")
                        .formatted(START, Ids.text(1), rules));
    }

    private static Rules.Window window(EventRow event) {
        return desk.events.onSale(event.id()).rules().windows().getFirst();
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private static Problem refusal(EventRow event, String change) {
        return catchThrowableOfType(Problem.class, () -> desk.change(event, change));
    }

    @Test
    void takesTheEndOfItsSaleWithIt() {
        EventRow event = event("{'closesAt': '2027-09-05T16:30:00Z'}");
        EventRow earlier = desk.change(event, "{'startsAt': '2027-08-22T17:30:00Z'}");
        assertThat(earlier.sale().rules().closesAt()).isEqualTo("2027-08-22T16:30:00Z");
        assertThat(earlier.task()).isNull();
        assertThat(window(event).closesAtMillis()).isEqualTo(millis("2027-08-22T16:30:00Z"));
        EventRow own =
                desk.change(
                        event,
                        "{'startsAt': '2027-10-22T17:30:00Z',"
                                + " 'rules': {'closesAt': '2027-10-22T17:00:00Z'}}");
        assertThat(own.sale().rules().closesAt()).isEqualTo("2027-10-22T17:00:00Z");
        assertThat(desk.change(event, "{'name': 'Medea again'}").sale()).isEqualTo(own.sale());
    }

    @Test
    void leavesASaleClosedThatWasClosedByHand() {
        EventRow event = event("{}");
        desk.change(event, "{'rules': {'closesAt': '2027-02-28T10:00:00Z'}}");
        EventRow moved = desk.change(event, "{'startsAt': '2027-12-05T17:30:00Z'}");
        assertThat(moved.sale().rules().closesAt()).isEqualTo("2027-02-28T10:00:00Z");
    }

    @Test
    void lastsAsLongAsBefore() {
        EventRow event = event("{}");
        desk.change(event, "{'durationMinutes': 150}");
        EventRow moved = desk.change(event, "{'startsAt': '2027-12-05T17:30:00Z'}");
        assertThat(moved.about().endsAt()).isEqualTo("2027-12-05T20:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'startsAt': '2027-05-01T17:30:00Z'                | rules.onSaleAt",
                "'startsAt': '2027-02-01T17:30:00Z'                | startsAt",
                "'rules': {'closesAt': '2028-01-05T16:30:00Z'}     | rules.closesAt",
                "'rules': {'closesAt': '2027-05-05T16:30:00Z'}     | rules.onSaleAt",
                "'endsAt': '2027-09-05T17:00:00Z'                  | endsAt",
                "'durationMinutes': 0                              | durationMinutes",
                "'endsAt': '2028-09-05T17:00:00Z'                  | endsAt",
                "'endsAt': '2027-09-05T19:00:00Z', 'durationMinutes': 9 | durationMinutes",
            })
    void refusesWhatMakesNoSenseAndSaysWhere(String change, String field) {
        EventRow event = event("{'onSaleAt': '2027-06-01T10:00:00Z'}");
        Problem problem = refusal(event, "{" + change + "}");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.document()).containsEntry("field", field).containsKey("allowed");
        assertThat(desk.rows.find(event.id()).orElseThrow()).isEqualTo(event);
    }

    @Test
    void isNotMadeWithASaleThatIsOverAlready() {
        Problem problem =
                catchThrowableOfType(
                        Problem.class, () -> event("{'closesAt': '2020-01-01T00:00:00Z'}"));
        assertThat(problem.document()).containsEntry("field", "rules.closesAt");
    }

    @Test
    void maySellForAsLongAsItLasts() {
        EventRow event = event("{'closesAt': '2027-09-06T16:30:00Z'}");
        desk.change(event, "{'endsAt': '2027-09-19T17:30:00Z'}");
        EventRow fair = desk.change(event, "{'rules': {'closesAt': '2027-09-19T12:00:00Z'}}");
        assertThat(fair.sale().rules().closesAt()).isEqualTo("2027-09-19T12:00:00Z");
        assertThat(refusal(event, "{'durationMinutes': 60}").document())
                .containsEntry("field", "rules.closesAt");
    }

    @Test
    void keepsItsCurrencyOnceItIsPublished() {
        EventRow event = event("{}");
        Problem problem =
                refusal(event, "{'prices': [{'zone': '*', 'amountMinor': 1, 'currency': 'USD'}]}");
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.slug()).isEqualTo("currency-fixed");
    }

    @Test
    void tellsCalendarsOfEachChangeThatMatters() {
        EventRow event = event("{}");
        Occasion first = desk.events.onSale(event.id()).occasion();
        assertThat(first.edition()).isZero();
        assertThat(first.probablyEndsAt()).isEqualTo("2027-09-05T19:30:00Z");
        assertThat(first.address()).isEqualTo("Ring 2");
        desk.change(event, "{'description': 'With\\nan interval', 'category': 'opera'}");
        assertThat(desk.events.onSale(event.id()).occasion().edition()).isZero();
        Instant before = desk.time.get();
        desk.time.set(before.plus(Duration.ofHours(1)));
        desk.change(event, "{'name': 'Medea II'}");
        desk.change(event, "{'startsAt': '2027-09-06T17:30:00Z'}");
        desk.change(event, "{'venue': {'id': '" + Ids.text(2) + "'}}");
        Occasion last = desk.events.onSale(event.id()).occasion();
        assertThat(last.edition()).isEqualTo(3);
        assertThat(last.changedAt()).isEqualTo(desk.time.get());
        desk.organising.end(Desk.ORGANISER, Ids.text(event.id()));
        assertThat(desk.events.onSale(event.id()).occasion().edition()).isEqualTo(4);
        desk.time.set(before);
    }

    @Test
    void notesForItsBuyersWhatTheyMustKnowUntilItIsTold() {
        EventNews news = new EventNotices(desk.database);
        news.untold(1_000).forEach(change -> news.told(change.id()));
        EventRow event = event("{}");
        desk.change(event, "{'name': 'Medea III'}");
        assertThat(news.untold(10)).isEmpty();
        desk.change(
                event, "{'startsAt': '2027-12-05T18:30:00Z', 'venueId': '" + Ids.text(2) + "'}");
        List<EventNews.Change> untold = news.untold(10);
        assertThat(untold).hasSize(1);
        EventNews.Change change = untold.getFirst();
        assertThat(change.event()).isEqualTo(event.id());
        ZoneId vienna = ZoneId.of("Europe/Vienna");
        assertThat(change.before())
                .isEqualTo(
                        new EventNews.WhenAndWhere(Instant.parse(START), "House 1, Wien", vienna));
        assertThat(change.after())
                .isEqualTo(
                        new EventNews.WhenAndWhere(
                                Instant.parse("2027-12-05T18:30:00Z"), "House 2, Wien", vienna));
        news.told(change.id());
        assertThat(news.untold(10)).isEmpty();
    }
}
