package dev.cavea.platform.catalogue;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The published events, from memory, kept fresh. Never blocks: safe on an event loop. */
public interface Catalogue {

    /** Null for an event that does not exist or was never published. */
    @Nullable EventOnSale onSale(long eventId);

    /** All events that have a house in the ledger. */
    Collection<EventOnSale> allOnSale();

    /** Events that should be on sale and cannot be, each in a line; empty when all is well. */
    default List<String> troubles() {
        return List.of();
    }
}
