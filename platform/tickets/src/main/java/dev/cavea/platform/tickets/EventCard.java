package dev.cavea.platform.tickets;

import org.jspecify.annotations.Nullable;

/**
 * What a ticket tells of its event.
 *
 * @param venue null when it is not known
 */
public record EventCard(String name, long startsAtMillis, @Nullable String venue) {

    /** Where the cards come from. */
    @FunctionalInterface
    public interface Source {
        /** Null for an event that is not known any more. */
        @Nullable EventCard of(long event);
    }
}
