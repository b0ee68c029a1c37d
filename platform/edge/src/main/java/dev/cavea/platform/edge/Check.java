package dev.cavea.platform.edge;

import dev.cavea.platform.edge.Problems.FieldError;
import dev.cavea.platform.kernel.Currencies;
import dev.cavea.platform.kernel.Decimal;
import dev.cavea.platform.kernel.EmailAddress;
import dev.cavea.platform.kernel.Money;
import dev.cavea.platform.kernel.Text;
import dev.cavea.platform.kernel.Unfit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a request, body and query alike, and refuses all bad ones in one answer. A
 * refused value is replaced by something harmless, so that checking can continue.
 *
 * <pre>{@code
 * Check check = new Check();
 * String name = check.line("name", body.name(), 100);
 * EmailAddress email = check.email("email", body.email());
 * check.that("count", body.count() <= 50, "is more than a request may name", "at most 50");
 * check.orThrow();
 * }</pre>
 */
public final class Check {

    /** What is allowed, in words. */
    public static final String TIME = "an RFC 3339 time such as 2026-11-21T19:30:00Z";

    /** What both PostgreSQL and the ledger can hold, with room to spare. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final EmailAddress NOBODY = new EmailAddress("nobody", "example.invalid");

    private final List<FieldError> errors = new ArrayList<>();

    /** Notes an error unless the condition holds. */
    public Check that(String field, boolean holds, String problem, Object allowed) {
        if (!holds) {
            errors.add(new FieldError(field, problem, allowed));
        }
        return this;
    }

    /** A value that must be there. */
    public Check present(String field, @Nullable Object value, Object allowed) {
        return that(field, value != null, "is missing", allowed);
    }

    /** A text of one line that must be there, stripped and normalised; "" if it is refused. */
    public String line(String field, @Nullable String value, int longest) {
        return text(field, value, longest, Text::line);
    }

    /** As {@link #line}, with line ends and tabs allowed. */
    public String prose(String field, @Nullable String value, int longest) {
        return text(field, value, longest, Text::prose);
    }

    /** A text of one line; null if it is left out, blank or refused. */
    public @Nullable String lineIfAny(String field, @Nullable String value, int longest) {
        return isBlank(value) ? null : emptyToNull(line(field, value, longest));
    }

    /** As {@link #lineIfAny}, with line ends and tabs allowed. */
    public @Nullable String proseIfAny(String field, @Nullable String value, int longest) {
        return isBlank(value) ? null : emptyToNull(prose(field, value, longest));
    }

    /** An address that must be there: exactly one recipient. */
    public EmailAddress email(String field, @Nullable String value) {
        return parsed(field, value, EmailAddress.ALLOWED, EmailAddress::parse, NOBODY);
    }

    /** A currency that must be there and in use; EUR if it is refused. */
    public String currency(String field, @Nullable String value) {
        return parsed(field, value, Currencies.ALLOWED, Currencies::inUse, "EUR");
    }

    /** An amount that must be there, in a currency that is in use. */
    public Money money(
            String field, @Nullable Long amountMinor, @Nullable String currency, long most) {
        present(field + ".amountMinor", amountMinor, "a whole number of minor units");
        long amount = amountMinor == null ? 0 : amountMinor;
        return new Money(
                range(field + ".amountMinor", amount, 0, most),
                currency(field + ".currency", currency));
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

    /** A whole number from a query; null if it is left out, blank or refused. */
    public @Nullable Long wholeIfAny(String field, @Nullable String value, long least, long most) {
        if (isBlank(value)) {
            return null;
        }
        String allowed = "a whole number from " + least + " to " + most;
        try {
            long whole = Long.parseLong(String.valueOf(value).strip());
            that(field, whole >= least && whole <= most, "is " + whole, allowed);
            return whole;
        } catch (NumberFormatException e) {
            that(field, false, "is not a whole number", allowed);
            return null;
        }
    }

    /** A decimal number from a query; null if it is left out, blank or refused. */
    public @Nullable Double decimalIfAny(
            String field, @Nullable String value, double least, double most) {
        if (isBlank(value)) {
            return null;
        }
        String allowed =
                String.format(Locale.ROOT, "a decimal number from %,.0f to %,.0f", least, most);
        try {
            double number = Decimal.parse(String.valueOf(value)).doubleValue();
            that(field, number >= least && number <= most, "is out of range", allowed);
            return number;
        } catch (Unfit unfit) {
            that(field, false, unfit.why(), allowed);
            return null;
        }
    }

    /** A time that must be there; the year 2000 if it is refused. */
    public Instant instant(String field, @Nullable String value) {
        present(field, value, TIME);
        Instant time = instantIfAny(field, value);
        return time == null ? EARLIEST : time;
    }

    /** A time; null if it is left out, blank or refused. */
    public @Nullable Instant instantIfAny(String field, @Nullable String value) {
        if (isBlank(value)) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(String.valueOf(value).strip()).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Reported below, like a time out of range.
        }
        that(field, false, "is not a valid time", TIME);
        return null;
    }

    /** One of the words, which must be there; the first of them if it is refused. */
    public String oneOf(String field, @Nullable String value, List<String> words) {
        present(field, value, words);
        boolean known = value == null || words.contains(value);
        that(field, known, "is not one of the allowed words", words);
        return value == null || !known ? words.getFirst() : value;
    }

    /** A list that must be there, with at least one and at most this many elements. */
    public Check sized(String field, @Nullable Collection<?> values, int most) {
        String allowed = "a list of 1 to " + most + " elements";
        if (values == null) {
            return that(field, false, "is missing", allowed);
        }
        int size = values.size();
        return that(field, size >= 1 && size <= most, "has " + size + " elements", allowed);
    }

    /** Throws 422 {@code invalid-field} with everything that was noted, if anything was. */
    public void orThrow() {
        if (!errors.isEmpty()) {
            throw Problems.invalidFields(List.copyOf(errors));
        }
    }

    private String text(
            String field, @Nullable String value, int longest, Function<String, String> type) {
        String allowed = "a text of 1 to " + longest + " characters";
        if (value == null) {
            that(field, false, "is missing", allowed);
            return "";
        }
        try {
            String text = type.apply(value);
            int length = Text.length(text);
            that(field, length > 0, "is empty", allowed);
            that(field, length <= longest, "has " + length + " characters", allowed);
            return length <= longest ? text : "";
        } catch (Unfit unfit) {
            that(field, false, unfit.why(), allowed);
            return "";
        }
    }

    private <T> T parsed(
            String field,
            @Nullable String value,
            String allowed,
            Function<String, T> type,
            T otherwise) {
        if (value == null) {
            that(field, false, "is missing", allowed);
            return otherwise;
        }
        try {
            return type.apply(value);
        } catch (Unfit unfit) {
            that(field, false, unfit.why(), allowed);
            return otherwise;
        }
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
