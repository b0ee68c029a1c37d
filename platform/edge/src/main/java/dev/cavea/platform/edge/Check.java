package dev.cavea.platform.edge;

import dev.cavea.platform.edge.Problems.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the fields of a request and refuses them all in one answer.
 *
 * <pre>{@code
 * Check check = new Check();
 * String name = check.text("name", body.name(), 100);
 * check.that("count", body.count() <= 50, "is more than a request may name", "at most 50");
 * check.orThrow();
 * }</pre>
 */
public final class Check {

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes an error unless the condition holds. */
    public Check that(String field, boolean holds, String problem, Object allowed) {
        if (!holds) {
            errors.add(new FieldError(field, problem, allowed));
        }
        return this;
    }

    /** A text that must be there, trimmed; "" when it is refused. */
    public String text(String field, @Nullable String value, int longest) {
        String trimmed = value == null ? "" : value.strip();
        String allowed = "a text of 1 to " + longest + " characters";
        that(field, value != null, "is missing", allowed);
        that(field, value == null || !trimmed.isEmpty(), "is empty", allowed);
        that(
                field,
                trimmed.length() <= longest,
                "has " + trimmed.length() + " characters",
                allowed);
        return trimmed;
    }

    public int range(String field, int value, int least, int most) {
        return (int) range(field, (long) value, least, most);
    }

    public long range(String field, long value, long least, long most) {
        that(
                field,
                value >= least && value <= most,
                "is " + value,
                "a whole number from " + least + " to " + most);
        return value;
    }

    /** A value that must be there. */
    public Check present(String field, @Nullable Object value, Object allowed) {
        return that(field, value != null, "is missing", allowed);
    }

    /** A list that must be there with at least one and at most so many elements. */
    public Check sized(String field, @Nullable Collection<?> values, int most) {
        String allowed = "a list of 1 to " + most + " elements";
        if (values == null) {
            return that(field, false, "is missing", allowed);
        }
        int size = values.size();
        return that(field, size >= 1 && size <= most, "has " + size + " elements", allowed);
    }

    /** Throws 422 {@code invalid-field} with all that was noted, if anything was. */
    public void orThrow() {
        if (!errors.isEmpty()) {
            throw Problems.invalidFields(List.copyOf(errors));
        }
    }
}
