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
        check.text("name", null, 10);
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
        check.text("blank", " \t", 10);
        check.text("long", "x".repeat(11), 10);
        Problem problem = catchThrowableOfType(Problem.class, check::orThrow);
        assertThat(problem.getMessage())
                .isEqualTo("\"blank\" is empty, and 1 more; see \"errors\".");
    }

    @Test
    void passesWhatIsRight() {
        Check check = new Check();
        assertThat(check.text("name", "  Ada ", 10)).isEqualTo("Ada");
        assertThat(check.range("count", 50, 1, 50)).isEqualTo(50);
        check.present("at", 1, "a time").sized("seats", List.of("A-1-1"), 50);
        assertThatCode(check::orThrow).doesNotThrowAnyException();
    }
}
