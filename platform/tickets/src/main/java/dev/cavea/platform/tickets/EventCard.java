package dev.cavea.platform.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket tells of its event.
 *
 * @param endIsSaid false when the end is only what is usual
 * @param place venue and address; null when they are not known
 * @param edition grows with each change that a calendar must take over
 * @param changedAt when the last of them was
 */
public record EventCard(
        String name,
        Instant startsAt,
        Instant endsAt,
        boolean endIsSaid,
        @Nullable String place,
        boolean cancelled,
        int edition,
        Instant changedAt) {

    /** Where the cards come from. */
    @FunctionalInterface
    public interface Source {
        /** Null for an event that is not known any more. */
        @Nullable EventCard of(long event);
    }
}
