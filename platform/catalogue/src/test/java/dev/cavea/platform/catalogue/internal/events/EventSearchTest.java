package dev.cavea.platform.catalogue.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.edge.Json;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class EventSearchTest {

    private static TestLedger ledger;
    private static Desk desk;

    @BeforeAll
    static void publishSome() {
        ledger = TestLedger.start();
        desk = new Desk(TestPostgres.freshDatabase("audit", "catalogue"), ledger.client());
        long vienna = venue(101, "Burgtheater", "Wien", 48.2103, 16.3613);
        long graz = venue(102, "Oper Graz", "Graz", 47.0707, 15.4466);
        long boston = venue(103, "Garden", "Boston", 42.3662, -71.0621);
        event("Hamlet", "theatre", vienna, 10, 4_000);
        event("Die Zauberflöte", "opera", graz, 20, 6_000);
        event("Bruins – Rangers", "sport", boston, 5, 9_000);
        event("Hamletmaschine", "theatre", graz, 30, 2_000);
        event("Jazz at noon", "music", vienna, 40, 1_000);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static long venue(long id, String name, String city, double lat, double lon) {
        desk.database.useHandle(
                handle ->
                        handle.execute(
                                "INSERT INTO catalogue.venue (id, name, city, lat, lon, created_by,"
                                        + " created_at) VALUES (?, ?, ?, ?, ?, 1, now())",
                                id,
                                name,
                                city,
                                lat,
                                lon));
        return id;
    }

    private static void event(String name, String category, long venue, int inDays, long price) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("category", category);
        body.put("venueId", dev.cavea.platform.kernel.Ids.text(venue));
        body.put("startsAt", desk.clock.instant().plus(Duration.ofDays(inDays)).toString());
        body.put("plan", Map.of("generate", Map.of("kind", "grid", "rows", 2, "seatsPerRow", 2)));
        body.put("prices", List.of(Map.of("zone", "*", "amountMinor", price, "currency", "EUR")));
        body.put("publish", true);
        desk.organising.create(Desk.ORGANISER, Desk.body(Json.tree(Json.write(body))));
    }

    private static SearchParameters asked(Map<String, String> query) {
        SearchParameters asked = new SearchParameters();
        asked.q = query.get("q");
        asked.city = query.get("city");
        asked.category = query.get("category");
        asked.from = query.get("from");
        asked.to = query.get("to");
        asked.maxPriceMinor = query.get("maxPriceMinor");
        asked.currency = query.get("currency");
        asked.near = query.get("near");
        asked.radiusKm = query.get("radiusKm");
        asked.sort = query.get("sort");
        asked.limit = query.get("limit");
        asked.cursor = query.get("cursor");
        return asked;
    }

    private static Page<PublishedEvent> find(Map<String, String> query) {
        return desk.search.find(Search.of(asked(query), desk.clock.instant()));
    }

    private static List<String> names(Map<String, String> query) {
        return find(query).items().stream().map(event -> event.row().about().name()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "hamlet, Hamlet",
        "HAMLET wien, Hamlet",
        "hamelt, Hamlet",
        "zauberflote, Die Zauberflöte",
        "zauberfloete, Die Zauberflöte",
        "zaubrflöte, Die Zauberflöte",
        "jaz, Jazz at noon",
        "bruins rangrs, Bruins – Rangers",
        "boston, Bruins – Rangers",
        "burgteater, Hamlet",
    })
    void findsWhatIsMeantInSpiteOfTypingErrors(String query, String expected) {
        assertThat(names(Map.of("q", query))).contains(expected);
    }

    @Test
    void putsTheBetterMatchFirst() {
        assertThat(names(Map.of("q", "hamlet")).getFirst()).isEqualTo("Hamlet");
        assertThat(names(Map.of("q", "hamlet"))).doesNotContain("Jazz at noon");
    }

    @Test
    void findsNothingForWordsThatAreNowhere() {
        assertThat(names(Map.of("q", "xylophone"))).isEmpty();
        assertThat(names(Map.of("q", "hamlet boston"))).isEmpty();
        assertThat(names(Map.of("q", "%_%"))).hasSize(5);
    }

    @Test
    void listsAllBySoonestFirst() {
        assertThat(names(Map.of()))
                .containsExactly(
                        "Bruins – Rangers",
                        "Hamlet",
                        "Die Zauberflöte",
                        "Hamletmaschine",
                        "Jazz at noon");
    }

    @Test
    void filtersByCityCategoryAndPrice() {
        assertThat(names(Map.of("city", "wien"))).containsExactly("Hamlet", "Jazz at noon");
        assertThat(names(Map.of("category", "Theatre")))
                .containsExactly("Hamlet", "Hamletmaschine");
        assertThat(names(Map.of("maxPriceMinor", "4000")))
                .containsExactly("Hamlet", "Hamletmaschine", "Jazz at noon");
        assertThat(names(Map.of("city", "Graz", "category", "opera")))
                .containsExactly("Die Zauberflöte");
    }

    @Test
    void filtersByTimeAndByWholeDays() {
        String from = desk.clock.instant().plus(Duration.ofDays(15)).toString();
        String to = desk.clock.instant().plus(Duration.ofDays(35)).toString();
        assertThat(names(Map.of("from", from, "to", to)))
                .containsExactly("Die Zauberflöte", "Hamletmaschine");
        String day = desk.clock.instant().plus(Duration.ofDays(20)).toString().substring(0, 10);
        assertThat(names(Map.of("from", day, "to", day))).containsExactly("Die Zauberflöte");
    }

    @Test
    void findsWhatIsNearAndSaysWhatIsNearest() {
        assertThat(names(Map.of("near", "48.2,16.4"))).containsExactly("Hamlet", "Jazz at noon");
        assertThat(names(Map.of("near", "47.1,15.4", "radiusKm", "300", "sort", "distance")))
                .startsWith("Die Zauberflöte", "Hamletmaschine")
                .hasSize(4);
    }

    @Test
    void sortsByPriceAndName() {
        assertThat(names(Map.of("sort", "price")).getFirst()).isEqualTo("Jazz at noon");
        assertThat(names(Map.of("sort", "name")).getFirst()).isEqualTo("Bruins – Rangers");
    }

    @ParameterizedTest
    @CsvSource({"date", "price", "name", "relevance", "distance"})
    void walksThePagesWithoutGapOrRepeat(String sort) {
        Map<String, String> query = new HashMap<>(Map.of("sort", sort, "limit", "2"));
        query.put("near", "48,16");
        query.put("radiusKm", "20000");
        if (sort.equals("relevance")) {
            query.put("q", "ham");
            query.put("limit", "1");
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            if (!cursor.isEmpty()) {
                query.put("cursor", cursor);
            }
            Page<PublishedEvent> page = find(query);
            page.items().forEach(event -> walked.add(event.row().about().name()));
            cursor = page.nextCursor();
        }
        query.remove("cursor");
        query.put("limit", "200");
        assertThat(walked)
                .isEqualTo(names(query))
                .hasSizeGreaterThanOrEqualTo(sort.equals("relevance") ? 2 : 4);
    }

    @Test
    void goesOnWithAFilterWhereThePageWithoutEnded() {
        Page<PublishedEvent> first = find(Map.of("limit", "2"));
        Map<String, String> rest = Map.of("limit", "200", "cursor", first.nextCursor());
        assertThat(names(rest))
                .containsExactly("Die Zauberflöte", "Hamletmaschine", "Jazz at noon");
        Map<String, String> filtered = new HashMap<>(rest);
        filtered.put("maxPriceMinor", "100000");
        assertThat(names(filtered)).isEqualTo(names(rest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from          | yesterday",
                "maxPriceMinor | -1",
                "near          | Vienna",
                "near          | 91,0",
                "near          | 0x10,1d",
                "radiusKm      | 5",
                "city          | %%%",
                "category      | !!!",
                "limit         | abc",
                "limit         | 1.5",
                "radiusKm      | NaN",
                "radiusKm      | 5d",
                "near          | 0x1p3,0",
                "near          | 47.37d,8.5f",
                "maxPriceMinor | 1e3",
                "sort          | colour",
                "sort          | distance",
                "limit         | 0",
                "cursor        | abc",
            })
    void refusesAQueryThatMeansNothing(String field, String value) {
        Problem problem = catchThrowableOfType(Problem.class, () -> find(Map.of(field, value)));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.document().get("field")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "city", "category"})
    void refusesATextThatTheDatabaseCannotHold(String field) {
        for (String value : List.of("\u0000", "a\u0000b", "\ud83d", "a\u0007")) {
            Problem problem = catchThrowableOfType(Problem.class, () -> find(Map.of(field, value)));
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.document().get("field")).isEqualTo(field);
        }
    }
}
