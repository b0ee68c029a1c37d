package dev.cavea.platform.edge;

import org.jspecify.annotations.Nullable;

/** Whose idempotency key it is; the module that knows people decides. */
public interface CallerScope {

    String ANONYMOUS = "anonymous";

    /**
     * @param authorization the header's value
     * @return the same text for the same person, {@link #ANONYMOUS} without a header, null for a
     *     header that will be refused anyway
     */
    @Nullable String of(@Nullable String authorization);
}
