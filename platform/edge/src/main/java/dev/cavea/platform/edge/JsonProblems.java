package dev.cavea.platform.edge;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.cavea.platform.kernel.Text;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** From Jackson's exceptions to problems, without a word about our classes. */
final class JsonProblems {

    private static final int LONGEST_DETAIL = 160;

    private JsonProblems() {}

    static Problem of(JsonProcessingException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (isSyntax(cause)) {
                return malformed((JsonProcessingException) cause);
            }
        }
        if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problems.invalidField(path(mapping), problem(mapping), allowed(mapping));
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return isEmpty(mismatch) ? malformed(failure) : notAnObject();
        }
        return malformed(failure);
    }

    /** A number too large for its field is not a syntax error. */
    private static boolean isSyntax(Throwable cause) {
        return cause instanceof StreamConstraintsException
                || (cause instanceof StreamReadException
                        && !(cause instanceof InputCoercionException));
    }

    static Problem notAnObject() {
        return new Problem(
                400,
                "malformed-json",
                "The body is not what this path expects",
                "The body must be a JSON object.");
    }

    private static boolean isEmpty(MismatchedInputException failure) {
        return failure.getOriginalMessage().startsWith("No content");
    }

    private static Problem malformed(JsonProcessingException failure) {
        Problem problem =
                new Problem(
                        400,
                        "malformed-json",
                        "The body is not JSON",
                        shortened(failure.getOriginalMessage()));
        JsonLocation where = failure.getLocation();
        if (where == null) {
            return problem;
        }
        return problem.with("line", where.getLineNr()).with("column", where.getColumnNr());
    }

    /**
     * Without the names of Jackson's settings, and without repeating the client's text at length.
     */
    private static String shortened(String message) {
        int inside = message.indexOf(", from `");
        String said = inside < 0 ? message : message.substring(0, inside) + ")";
        String shown = Text.cut(said, LONGEST_DETAIL);
        return shown + (shown.equals(said) ? "." : "…");
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String problem(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "is unknown";
        }
        if (failure instanceof SoundTexts.Unsound unsound) {
            return unsound.why();
        }
        if (failure instanceof InvalidFormatException format && format.getValue() != null) {
            return "is " + found(format.getValue());
        }
        if (failure.getOriginalMessage().startsWith("Cannot map `null`")) {
            return "is missing or null";
        }
        if (failure.getCause() instanceof InputCoercionException) {
            return "is out of range";
        }
        return "has the wrong type or form";
    }

    private static String found(Object value) {
        if (value instanceof String text) {
            String shown = Text.cut(text, 40);
            return "the text \"" + shown + (shown.equals(text) ? "\"" : "…\"");
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : "unfit";
    }

    private static Object allowed(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return String.valueOf(unknown.getKnownPropertyIds());
        }
        if (failure instanceof SoundTexts.Unsound) {
            return SoundTexts.Unsound.allowed();
        }
        Class<?> target = target(failure);
        if (target == null) {
            return "see the API's description";
        }
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants())
                    .map(constant -> Json.mapper().convertValue(constant, String.class))
                    .toList();
        }
        return word(target);
    }

    private static @Nullable Class<?> target(JsonMappingException failure) {
        if (failure instanceof MismatchedInputException mismatch) {
            return mismatch.getTargetType();
        }
        return failure.getCause() instanceof InputCoercionException coercion
                ? coercion.getTargetType()
                : null;
    }

    private static String word(Class<?> target) {
        if (target == String.class) {
            return "a text";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (target == double.class || target == Double.class || target == float.class) {
            return "a number";
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
            return "a whole number";
        }
        if (Collection.class.isAssignableFrom(target) || target.isArray()) {
            return "a list";
        }
        if (TemporalAccessor.class.isAssignableFrom(target)) {
            return Check.TIME;
        }
        return "an object";
    }
}
