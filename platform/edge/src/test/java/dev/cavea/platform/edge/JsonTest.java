package dev.cavea.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    enum Colour {
        RED,
        BLUE
    }

    record Inner(String name, int count) {}

    record Outer(List<Inner> parts, Instant at, Colour colour, boolean open, double share) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"parts\": [}",
                "{\"open\": true, \"share\": 1} {}",
                "{\"open\": tru}",
                "{\"open\": true, \"open\": false}",
                "null",
                "[]",
                "\"text\"",
                "{'open': true}",
                "\u0000"
            })
    void refusesWhatIsNotAJsonObject(String body) {
        assertThat(refused(body).slug()).isEqualTo("malformed-json");
        assertThat(refused(body).status()).isEqualTo(400);
    }

    @Test
    void saysWhereTheSyntaxBreaks() {
        assertThat(refused("{\n  \"open\": tru\n}").document())
                .containsEntry("line", 2)
                .containsKey("column");
    }

    @Test
    void refusesAHundredThousandLevelsOfNesting() {
        assertThat(refused("{\"unknown\": " + "[".repeat(100_000)).slug())
                .isEqualTo("malformed-json");
        assertThat(refused("{\"parts\": " + "[".repeat(100_000)).slug()).isEqualTo("invalid-field");
        assertThat(refused("[".repeat(100_000)).slug()).isEqualTo("malformed-json");
    }

    @Test
    void refusesNumbersAndTextsWithoutEnd() {
        assertThat(refused("{\"share\": 1" + "0".repeat(1_000) + "}").status()).isEqualTo(400);
        assertThat(refused("{\"at\": \"" + "x".repeat(300_000) + "\"}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"parts\": [{\"name\": \"a\", \"count\": \"3\"}]}|parts[0].count|a whole number",
                "{\"parts\": [{\"name\": \"a\", \"count\": 1.5}]}|parts[0].count|a whole number",
                "{\"parts\": [{\"name\": \"a\", \"count\": 99999999999}]}"
                        + "|parts[0].count|a whole number",
                "{\"parts\": [{\"name\": 7}]}|parts[0].name|a text",
                "{\"parts\": [{\"name\": \"a\", \"count\": null}]}|parts[0].count|a whole number",
                "{\"parts\": {}}|parts|a list",
                "{\"parts\": [3]}|parts[0]|an object",
                "{\"open\": \"yes\"}|open|true or false",
                "{\"share\": \"x\"}|share|a number",
                "{\"at\": \"tomorrow\"}|at|an RFC 3339 time such as 2026-11-21T19:30:00Z"
            })
    void namesTheFieldOfAWrongType(String body, String field, String allowed) {
        Problem problem = refused(body);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.slug()).isEqualTo("invalid-field");
        assertThat(problem.document())
                .containsEntry("field", field)
                .containsEntry("allowed", allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"parts\": [{\"name\": \"a\\u0000\"}]}|parts[0].name|has U+0000",
                "{\"parts\": [{\"name\": \"\\ud83d\"}]}|parts[0].name|half a surrogate pair",
                "{\"parts\": [{\"name\": \"\\udc00\\ud83d\"}]}|parts[0].name|at character 1"
            })
    void refusesATextThatCannotBeStored(String body, String field, String why) {
        for (Problem problem :
                List.of(
                        refused(body),
                        catchThrowableOfType(Problem.class, () -> Json.tree(bytes(body))))) {
            assertThat(problem.slug()).isEqualTo("invalid-field");
            assertThat(problem.document()).containsEntry("field", field);
            assertThat(problem.getMessage()).contains(why);
        }
    }

    @Test
    void refusesAListAndAMemberThatCannotBeStored() {
        record Tags(List<String> tags) {}
        byte[] body = bytes("{\"tags\": [\"a\", \"\\ud83d\"]}");
        assertThat(catchThrowableOfType(Problem.class, () -> Json.read(body, Tags.class)))
                .hasMessageStartingWith("\"tags[1]\" has half a surrogate pair");
        byte[] member = bytes("{\"a\\u0000\": 1}");
        assertThat(catchThrowableOfType(Problem.class, () -> Json.tree(member)))
                .hasMessageStartingWith("\"body\" has U+0000");
    }

    @Test
    void listsTheValuesOfAnEnum() {
        assertThat(refused("{\"colour\": \"GREEN\"}").document())
                .containsEntry("allowed", List.of("RED", "BLUE"))
                .containsEntry("detail", "\"colour\" is the text \"GREEN\".");
    }

    @Test
    void neverNamesAClass() {
        for (String body : List.of("{\"parts\": 3}", "[]", "{\"colour\": 1}", "{\"at\": []}")) {
            assertThat(refused(body).document().toString())
                    .doesNotContain("java")
                    .doesNotContain("Outer");
        }
    }

    @Test
    void passesOverAMemberThatNobodyKnows() {
        Inner read = Json.read(bytes("{\"name\": \"a\", \"count\": 2, \"new\": {}}"), Inner.class);
        assertThat(read).isEqualTo(new Inner("a", 2));
    }

    @Test
    void writesTimesInUtcAndNullsToo() {
        Map<String, Object> row = new java.util.HashMap<>();
        row.put("at", Instant.parse("2026-11-21T19:30:00Z"));
        assertThat(Json.write(row)).asString().isEqualTo("{\"at\":\"2026-11-21T19:30:00Z\"}");
        assertThat(Json.write(new Page<>(List.of(1), null)))
                .asString()
                .isEqualTo("{\"items\":[1],\"nextCursor\":null}");
    }

    private static Problem refused(String body) {
        return catchThrowableOfType(Problem.class, () -> Json.read(bytes(body), Outer.class));
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
