package dev.cavea.platform.edge;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The network that a request counts against: an IPv4 address or an IPv6 network of 64 bits. The
 * module that knows proxies puts it on each request; an unlimited request has none.
 */
public final class ClientNetwork {

    private static final String KEY = ClientNetwork.class.getName();

    private ClientNetwork() {}

    public static void note(RoutingContext request, String network) {
        request.put(KEY, network);
    }

    /** Null where limits per address do not apply. */
    public static @Nullable String of(RoutingContext request) {
        return request.get(KEY);
    }
}
