package dev.cavea.platform.booking.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.booking.HoldRequest;
import dev.cavea.platform.edge.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldBodyTest {

    private static HoldRequest read(String body) {
        return HoldBody.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String seats(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"A-1-" + i + "\"")
                .collect(Collectors.joining(",", "{\"seats\":[", "]}"));
    }

    @Test
    void readsSeats() {
        assertThat(read("{\"seats\":[\"A-1-1\",\"Größe\\u0022\"]}"))
                .isEqualTo(new HoldRequest.Named(List.of("A-1-1", "Größe\"")));
    }

    @Test
    void readsTheBestWithAllItsWishes() {
        assertThat(
                        read(
                                """
                                {"best": {"count": 4, "zone": "I", "section": "Stalls",
                                 "maxPriceMinor": 9900, "accessible": true, "together": false}}
                                """))
                .isEqualTo(new HoldRequest.Best(4, "I", "Stalls", 9900L, true, false));
        assertThat(read("{\"best\":{\"count\":2,\"zone\":null}}"))
                .isEqualTo(new HoldRequest.Best(2, null, null, null, false, false));
    }

    @Test
    void readsPlacesInAnArea() {
        assertThat(read("{\"quantity\": 3, \"area\": \"PIT\"}"))
                .isEqualTo(new HoldRequest.Standing("PIT", 3));
    }

    @Test
    void passesOverMembersThatNobodyKnows() {
        assertThat(read("{\"x\":{\"y\":[1,{\"z\":2}]},\"seats\":[\"A\"],\"v\":null}"))
                .isEqualTo(new HoldRequest.Named(List.of("A")));
    }

    @Test
    void stopsAtTheFirstSeatTooMany() {
        assertThat(read(seats(50))).isInstanceOf(HoldRequest.Named.class);
        assertRefused(seats(51), 422, "too-many-seats");
        assertRefused(seats(10_000), 422, "too-many-seats");
        assertRefused(seats(10_000).substring(0, 5_000), 422, "too-many-seats");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ~~                                  | 400 | malformed-json
                    []                                  | 422 | invalid-field
                    "seats"                             | 422 | invalid-field
                    {}                                  | 422 | invalid-field
                    {"seats":"A"}                       | 422 | invalid-field
                    {"seats":[1]}                       | 422 | invalid-field
                    {"seats":[null]}                    | 422 | invalid-field
                    {"seats":[["A"]]}                   | 422 | invalid-field
                    {"seats":["A"],"seats":["B"]}       | 422 | invalid-field
                    {"seats":["A"],"best":{"count":1}}  | 422 | invalid-field
                    {"seats":["A"],"quantity":1}        | 422 | invalid-field
                    {"best":{}}                         | 422 | invalid-field
                    {"best":3}                          | 422 | invalid-field
                    {"best":{"count":"2"}}              | 422 | invalid-field
                    {"best":{"count":2.5}}              | 422 | invalid-field
                    {"best":{"count":99999999999}}      | 422 | invalid-field
                    {"best":{"count":1,"together":1}}   | 422 | invalid-field
                    {"area":"PIT"}                      | 422 | invalid-field
                    {"quantity":2}                      | 422 | invalid-field
                    {"area":7,"quantity":2}             | 422 | invalid-field
                    {"seats":["A"]} x                   | 400 | malformed-json
                    {"seats":["A"]} {}                  | 422 | invalid-field
                    {"seats":["A"                       | 400 | malformed-json
                    {"seats":["A"},                     | 400 | malformed-json
                    {seats:["A"]}                       | 400 | malformed-json
                    """)
    void refusesWhatIsNotARequest(String body, int status, String slug) {
        assertRefused(body, status, slug);
    }

    @Test
    void refusesDepthAndLengthWithoutReadingOn() {
        assertRefused("{\"x\":" + "[".repeat(100_000), 400, "malformed-json");
        assertRefused("{\"x\":{\"seats\":" + "[".repeat(20) + "]".repeat(20) + "}}", 400, null);
        assertRefused("{\"seats\":[\"" + "A".repeat(300) + "\"]}", 400, null);
        assertRefused("{\"seats\":[\"\u0000\"]}", 400, "malformed-json");
    }

    private static void assertRefused(String body, int status, String slug) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(status);
                            if (slug != null) {
                                assertThat(problem.slug()).isEqualTo(slug);
                            }
                        });
    }
}
