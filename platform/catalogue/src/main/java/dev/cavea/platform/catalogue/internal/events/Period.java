package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.edge.Check;
import dev.cavea.platform.kernel.Day;
import dev.cavea.platform.kernel.Unfit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When the events start that are looked for. A day is the day where each of them takes place.
 *
 * @param from null: what has not begun, and what has begun and is still sold
 */
record Period(Instant now, @Nullable Bound from, @Nullable Bound to) {

    /** No day on earth begins earlier before, or ends later after, the same day in UTC. */
    private static final Duration OFF_UTC = Duration.ofHours(18);

    /** One of the two is there. */
    private record Bound(@Nullable Instant time, @Nullable LocalDate day) {

        int compareTo(Instant start, ZoneId zone) {
            return day != null
                    ? day.compareTo(Day.of(start, zone).date())
                    : Objects.requireNonNull(time).compareTo(start);
        }
    }

    static Period of(@Nullable String from, @Nullable String to, Instant now, Check check) {
        return new Period(now, bound(from, "from", check), bound(to, "to", check));
    }

    private static @Nullable Bound bound(@Nullable String text, String field, Check check) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return new Bound(null, Day.parse(text.strip(), ZoneOffset.UTC).date());
        } catch (Unfit noDay) {
            // So it is a time. A plus sign in a query is a space once decoded.
            Instant time = check.instantIfAny(field, text.strip().replace(' ', '+'));
            return time == null ? null : new Bound(time, null);
        }
    }

    /** Nothing that starts before this is meant. */
    Instant earliest() {
        if (from == null) {
            return now.minus(SaleRules.LONGEST_EVENT);
        }
        LocalDate day = from.day;
        return day == null
                ? Objects.requireNonNull(from.time)
                : day.atStartOfDay(ZoneOffset.UTC).toInstant().minus(OFF_UTC);
    }

    /** Whether one that starts then, or a later one, can still be meant. */
    boolean isNotYetOver(Instant start) {
        if (to == null) {
            return true;
        }
        LocalDate day = to.day;
        return start.isBefore(
                day == null
                        ? Objects.requireNonNull(to.time)
                        : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(OFF_UTC));
    }

    boolean has(PublishedEvent event) {
        Instant start = event.startsAt();
        if (from == null ? !event.listedUntil().isAfter(now) : isBefore(from, event)) {
            return false;
        }
        return to == null || to.compareTo(start, event.zone()) >= (to.day == null ? 1 : 0);
    }

    private static boolean isBefore(Bound from, PublishedEvent event) {
        int order = from.compareTo(event.startsAt(), event.zone());
        return from.day == null ? order >= 0 : order > 0;
    }
}
