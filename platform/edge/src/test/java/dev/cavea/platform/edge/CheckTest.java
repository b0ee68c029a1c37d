package dev.cavea.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.edge.Problems.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void refusesAllFieldsInOneAnswer() {
        Check check = new Check();
        check.line("name", null, 10);
        check.range("count", 51, 1, 50);
        check.sized("seats", List.of(), 50);
        Problem problem = catchThrowableOfType(Problem.class, check::orThrow);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.slug()).isEqualTo("invalid-field");
        assertThat(problem.document())
                .containsEntry("field", "name")
                .containsEntry(
                        "errors",
                        List.of(
                                new FieldError(
                                        "name", "is missing", "a text of 1 to 10 characters"),
                                new FieldError("count", "is 51", "a whole number from 1 to 50"),
                                new FieldError(
                                        "seats", "has 0 elements", "a list of 1 to 50 elements")));
    }

    @Test
    void refusesTextsThatAreBlankOrTooLong() {
        Check check = new Check();
        check.line("blank", " \t", 10);
        check.line("long", "x".repeat(11), 10);
        Problem problem = catchThrowableOfType(Problem.class, check::orThrow);
        assertThat(problem.getMessage())
                .isEqualTo("\"blank\" is empty, and 1 more; see \"errors\".");
    }

    @Test
    void passesWhatIsRight() {
        Check check = new Check();
        assertThat(check.line("name", "  Ada ", 10)).isEqualTo("Ada");
        assertThat(check.range("count", 50, 1, 50)).isEqualTo(50);
        check.present("at", 1, "a time").sized("seats", List.of("A-1-1"), 50);
        assertThatCode(check::orThrow).doesNotThrowAnyException();
    }

    @Test
    void saysWhyATextIsRefused() {
        Check check = new Check();
        check.line("name", "A\r\nB", 10);
        check.prose("about", "A\n\u202eB", 10);
        check.line("city", "🎭".repeat(11), 10);
        check.email("email", "eve,ada@example.org");
        check.currency("currency", "XXX");
        check.instant("at", "2026-11-21");
        check.decimalIfAny("radius", "0x1p3", 0, 10);
        check.wholeIfAny("limit", "1e3", 1, 200);
        check.oneOf("sort", "size", List.of("date", "name"));
        assertThat(problems(check))
                .containsExactly(
                        "name has a line end at character 2",
                        "about has U+202E, which changes the order of reading, at character 3",
                        "city has 11 characters",
                        "email has a character before the @ that cannot be in an address",
                        "currency is not a currency in use",
                        "at is not a valid time",
                        "radius is not a decimal number",
                        "limit is not a whole number",
                        "sort is not one of the allowed words");
    }

    @Test
    void givesTheTypesOfWhatIsRight() {
        Check check = new Check();
        assertThat(check.prose("about", "One.\r\nTwo.", 10)).isEqualTo("One.\nTwo.");
        assertThat(check.line("name", "🎭".repeat(10), 10)).hasSize(20);
        assertThat(check.email("email", "ada@bücher.example").text())
                .isEqualTo("ada@xn--bcher-kva.example");
        assertThat(check.money("price", 12345L, "HUF", 100_000).text()).isEqualTo("123.45 HUF");
        assertThat(check.decimalIfAny("radius", " 1.5 ", 0, 10)).isEqualTo(1.5);
        assertThat(check.lineIfAny("city", " ", 10)).isNull();
        assertThat(check.instantIfAny("at", null)).isNull();
        assertThatCode(check::orThrow).doesNotThrowAnyException();
    }

    private static List<String> problems(Check check) {
        Problem problem = catchThrowableOfType(Problem.class, check::orThrow);
        return ((List<?>) problem.document().get("errors"))
                .stream()
                        .map(FieldError.class::cast)
                        .map(error -> error.field() + " " + error.problem())
                        .toList();
    }
}
