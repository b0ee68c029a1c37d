package dev.cavea.platform.catalogue.internal.events;

import java.util.Locale;

/** How far an event has come. */
public enum Status {
    DRAFT,
    /** The ledger is being asked to open its house. */
    OPENING,
    PUBLISHED,
    CANCELLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
