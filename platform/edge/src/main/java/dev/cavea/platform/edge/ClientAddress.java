package dev.cavea.platform.edge;

import org.jspecify.annotations.Nullable;

/** Where the request that this thread answers comes from; the module that knows proxies decides. */
@FunctionalInterface
public interface ClientAddress {

    /** Null if no request is being answered. */
    @Nullable String current();
}
