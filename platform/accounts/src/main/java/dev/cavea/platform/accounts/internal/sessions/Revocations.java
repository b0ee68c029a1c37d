package dev.cavea.platform.accounts.internal.sessions;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sessions that have ended while their access tokens may still be valid: a look-up in memory, on
 * every request. An end is remembered for as long as an access token lives, so this stays small.
 */
@Singleton
public final class Revocations {

    private final Map<Long, Long> forgottenAtMillis = new ConcurrentHashMap<>();
    private final AtomicInteger version = new AtomicInteger();
    private final Clock clock;

    public Revocations(Clock clock) {
        this.clock = clock;
    }

    public void add(long session) {
        forgottenAtMillis.put(session, clock.millis() + AccessTokens.LIFE.toMillis());
        version.incrementAndGet();
    }

    public boolean has(long session) {
        return forgottenAtMillis.containsKey(session);
    }

    /**
     * Changes with every {@link #add}: whoever has looked under this version need not look again.
     */
    public int version() {
        return version.get();
    }

    /** Forgets ends after which every token has expired by itself. */
    public void forgetOld() {
        long now = clock.millis();
        forgottenAtMillis.values().removeIf(at -> at < now);
    }
}
