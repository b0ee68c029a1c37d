package dev.cavea.demo.internal.crowd;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a crowd is doing.
 *
 * @param simulated always true: these fans, their bookings and their money are made up
 * @param endReason {@code stopped}, {@code time-over}, {@code full} when no seat was free; null
 *     while it runs
 * @param fans who came so far
 * @param present who is there now
 * @param sold seats that they bought
 */
public record CrowdState(
        boolean running,
        boolean simulated,
        String eventId,
        int fansPerMinute,
        @Nullable Instant startedAt,
        @Nullable Instant endsAt,
        @Nullable String endReason,
        long fans,
        int present,
        long sold,
        long bookings,
        long cardsDeclined,
        long abandoned,
        long refusals,
        long failures,
        double holdsPerSecond) {

    static CrowdState none(String eventId) {
        return new CrowdState(false, true, eventId, 0, null, null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
