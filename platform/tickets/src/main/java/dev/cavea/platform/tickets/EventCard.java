package dev.cavea.platform.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket shows about its event.
 *
 * @param endIsSaid false if the end is only the usual one
 * @param place venue and address; null if unknown
 * @param edition grows with each change that a calendar must pick up
 * @param changedAt when the last of these changes was
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
        /** Null for an event that is no longer known. */
        @Nullable EventCard of(long event);
    }
}
