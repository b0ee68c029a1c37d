package dev.cavea.platform.edge;

import org.jspecify.annotations.Nullable;

/** Where the request comes from that this thread answers; the module that knows proxies says so. */
@FunctionalInterface
public interface ClientAddress {

    /** Null when no request is being answered. */
    @Nullable String current();
}
