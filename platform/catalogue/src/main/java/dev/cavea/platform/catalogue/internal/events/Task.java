package dev.cavea.platform.catalogue.internal.events;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the ledger has yet to be told about an event. It stays in the row until then. */
public enum Task {
    OPEN,
    RULES,
    CLOSE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Task of(@Nullable String word) {
        return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
    }
}
