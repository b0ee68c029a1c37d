package dev.cavea.platform.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Token buckets in bounded memory; safe on an event loop. A bucket is one number, the time at which
 * it will be full again (the generic cell rate algorithm), so that taking is one compare-and-set.
 */
public final class RateLimits {

    private static final long NANOS = 1_000_000_000L;
    private static final int KEYS = 200_000;

    private final Cache<Key, AtomicLong> fullAtNanos =
            Caffeine.newBuilder().maximumSize(KEYS).build();
    private final LongSupplier nanoTime;

    public RateLimits() {
        this(System::nanoTime);
    }

    RateLimits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes one request of this policy from the bucket of an address or an account. */
    public RateDecision take(RatePolicy policy, String who) {
        long step = NANOS / policy.perSecond();
        long capacity = step * policy.burst();
        long now = nanoTime.getAsLong();
        AtomicLong bucket =
                fullAtNanos.get(new Key(policy.name(), who), key -> new AtomicLong(now));
        while (true) {
            long full = bucket.get();
            long used = Math.max(0, full - now);
            long next = used + step;
            if (next > capacity) {
                return new RateDecision(policy, false, 0, next - capacity);
            }
            if (bucket.compareAndSet(full, now + next)) {
                return new RateDecision(policy, true, (capacity - next) / step, 0);
            }
        }
    }

    /**
     * For a raw route.
     *
     * @throws dev.cavea.platform.edge.Problem 429 {@code rate-limited}
     */
    public void check(RatePolicy policy, String who) {
        RateDecision decision = take(policy, who);
        if (!decision.allowed()) {
            throw decision.problem();
        }
    }

    private record Key(String policy, String who) {}
}
