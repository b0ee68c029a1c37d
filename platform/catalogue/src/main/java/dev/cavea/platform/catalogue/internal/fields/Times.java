package dev.cavea.platform.catalogue.internal.fields;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Times as the contract has them: RFC 3339. */
public final class Times {

    public static final String ALLOWED = "an RFC 3339 time such as 2026-11-21T19:30:00Z";

    /** What PostgreSQL and the ledger both can hold, with room. */
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private Times() {}

    /** Null for what is no time, or one that no event of ours can have. */
    public static @Nullable Instant parse(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Null when it is missing or was found wrong. */
    public static @Nullable Instant of(Fields fields, String name) {
        String text = fields.textOrNull(name, 40);
        Instant time = text == null ? null : parse(text);
        if (text != null && time == null) {
            fields.wrong(name, "is not such a time", ALLOWED);
        }
        return time;
    }
}
