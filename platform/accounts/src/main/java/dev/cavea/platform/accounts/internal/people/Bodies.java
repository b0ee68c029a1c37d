package dev.cavea.platform.accounts.internal.people;

import dev.cavea.platform.edge.Problem;
import org.jspecify.annotations.Nullable;

/** A required body: JAX-RS passes null for an empty one. */
final class Bodies {

    private Bodies() {}

    static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new Problem(
                    400,
                    "malformed-json",
                    "The body is not what this path expects",
                    "The body must be a JSON object.");
        }
        return body;
    }
}
