package dev.cavea.platform.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicInteger;

/** How many answers to one caller are written to disk per day: no single caller can fill it. */
final class RowBudget {

    static final int ROWS = 2_000;
    private static final int CALLERS = 100_000;

    private final Cache<String, AtomicInteger> taken =
            Caffeine.newBuilder()
                    .maximumSize(CALLERS)
                    .expireAfterWrite(IdempotencyStore.KEPT)
                    .build();

    /** False if the caller has used them up. */
    boolean take(String caller) {
        return taken.get(caller, _ -> new AtomicInteger()).incrementAndGet() <= ROWS;
    }
}
