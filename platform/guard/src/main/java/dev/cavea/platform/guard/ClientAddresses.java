package dev.cavea.platform.guard;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is really asking. A forwarding header is trusted only from a known proxy; then it is read
 * from its end, because the client may have written everything further left.
 */
public final class ClientAddresses {

    private static final String LOOPBACK_6 = "0:0:0:0:0:0:0:1";
    private static final int NETWORK_BYTES = 8;

    private final boolean loopbackToo;
    private final Set<String> proxies;

    public ClientAddresses(LimitSettings settings) {
        loopbackToo = settings.loopbackToo();
        Set<String> known = new HashSet<>();
        for (String proxy : settings.proxies()) {
            known.add(InetAddress.ofLiteral(proxy).getHostAddress());
        }
        proxies = Set.copyOf(known);
    }

    /**
     * The address that counts against limits: an IPv4 address or an IPv6 network of 64 bits,
     * because a household has as many addresses as it likes. Null if not limited.
     */
    public @Nullable String limited(HttpServerRequest request) {
        String peer = peer(request);
        if (peer == null) {
            return null;
        }
        boolean loopback = isLoopback(peer);
        if (!loopback && !proxies.contains(peer)) {
            return network(peer);
        }
        String forwarded = forwarded(request);
        if (forwarded == null) {
            return loopback && !loopbackToo ? null : network(peer);
        }
        return network(clientOf(forwarded, peer));
    }

    /** The asker's whole address; null only if the connection is not over IP. */
    public @Nullable String client(HttpServerRequest request) {
        String peer = peer(request);
        String forwarded = forwarded(request);
        boolean believed = peer != null && (isLoopback(peer) || proxies.contains(peer));
        return peer != null && believed && forwarded != null ? clientOf(forwarded, peer) : peer;
    }

    /** The connection's own address, which no forwarding header changes. */
    private static @Nullable String peer(HttpServerRequest request) {
        SocketAddress socket = request.connection().remoteAddress();
        return socket == null ? null : socket.hostAddress();
    }

    /**
     * The address or network that connections count against; null for loopback, unless it is
     * limited, and for proxies, which carry everyone.
     */
    public @Nullable String limited(InetAddress peer) {
        String address = peer.getHostAddress();
        if (proxies.contains(address) || (!loopbackToo && peer.isLoopbackAddress())) {
            return null;
        }
        return network(address);
    }

    private static @Nullable String forwarded(HttpServerRequest request) {
        String list = request.getHeader("X-Forwarded-For");
        return list == null ? request.getHeader("Forwarded") : list;
    }

    /** The last one that is not one of our own proxies. */
    private String clientOf(String forwarded, String peer) {
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            String address = literal(hops[i]);
            if (address == null) {
                return peer;
            }
            if (i == 0 || !(isLoopback(address) || proxies.contains(address))) {
                return address;
            }
        }
        return peer;
    }

    /**
     * Parses {@code 192.0.2.1}, {@code 192.0.2.1:80}, {@code [2001:db8::1]:80}, {@code for="…"}.
     */
    private static @Nullable String literal(String hop) {
        String address =
                Arrays.stream(hop.split(";", -1))
                        .map(String::strip)
                        .filter(part -> part.regionMatches(true, 0, "for=", 0, 4))
                        .map(part -> part.substring(4))
                        .findFirst()
                        .orElse(hop.strip())
                        .replace("\"", "");
        int bracket = address.indexOf(']');
        if (address.startsWith("[") && bracket > 0) {
            address = address.substring(1, bracket);
        } else if (address.indexOf(':') == address.lastIndexOf(':') && address.indexOf(':') > 0) {
            address = address.substring(0, address.indexOf(':'));
        }
        try {
            return InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals(LOOPBACK_6) || address.equals("::1");
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        InetAddress parsed = InetAddress.ofLiteral(address);
        if (!(parsed instanceof Inet6Address)) {
            return parsed.getHostAddress();
        }
        byte[] bytes = parsed.getAddress();
        return java.util.HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
    }
}
