package dev.cavea.platform.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * An event as those who attend it see it.
 *
 * @param endsAt null when the organiser did not say
 * @param venue as one line; null before it is known
 * @param address null when it is not known
 * @param zone the venue's time; UTC while it is not known
 * @param edition grows when its name, time or place changes, or it is cancelled
 * @param changedAt when that was
 */
public record Occasion(
        String name,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String venue,
        @Nullable String address,
        ZoneId zone,
        int edition,
        Instant changedAt) {

    /** What a calendar keeps free if nobody said how long it lasts. */
    private static final Duration USUAL = Duration.ofHours(2);

    /** Of which only this is known. */
    public static Occasion of(String name, Instant startsAt) {
        return new Occasion(name, startsAt, null, null, null, ZoneOffset.UTC, 0, Instant.EPOCH);
    }

    /** As the organiser said, or as usual. */
    public Instant probablyEndsAt() {
        return endsAt == null ? startsAt.plus(USUAL) : endsAt;
    }
}
