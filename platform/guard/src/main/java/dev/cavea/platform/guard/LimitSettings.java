package dev.cavea.platform.guard;

import java.util.Set;

/**
 * What an operator may configure about limits.
 *
 * @param loopbackToo limit requests from loopback without a forwarding header, too
 * @param proxies addresses whose X-Forwarded-For and Forwarded headers are trusted, in addition to
 *     loopback
 */
public record LimitSettings(boolean loopbackToo, Set<String> proxies) {

    public static LimitSettings standard() {
        return new LimitSettings(false, Set.of());
    }
}
