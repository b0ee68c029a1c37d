package dev.cavea.platform.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day as people at a place live it: from midnight to midnight there, which is sometimes 23 or 25
 * hours.
 */
public record Day(LocalDate date, ZoneId zone) {

    /** What is allowed, in words. */
    public static final String ALLOWED = "a day such as 2026-11-21";

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    /**
     * Parses a text such as {@code 2026-11-21}.
     *
     * @throws Unfit for anything that is not a day of our times
     */
    public static Day parse(String text, ZoneId zone) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= EARLIEST_YEAR && date.getYear() < LATEST_YEAR) {
                return new Day(date, zone);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new Unfit("is not a day");
    }

    /** The day in which an instant falls. */
    public static Day of(Instant instant, ZoneId zone) {
        return new Day(instant.atZone(zone).toLocalDate(), zone);
    }

    /** Its first instant. */
    public Instant from() {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    public Instant to() {
        return next().from();
    }

    public Day next() {
        return new Day(date.plusDays(1), zone);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from()) && instant.isBefore(to());
    }
}
