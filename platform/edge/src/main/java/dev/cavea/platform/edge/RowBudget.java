package dev.cavea.platform.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicInteger;

/** How many answers to one caller are written to disk within a day: nobody fills it alone. */
final class RowBudget {

    static final int ROWS = 2_000;
    private static final int CALLERS = 100_000;

    private final Cache<String, AtomicInteger> taken =
            Caffeine.newBuilder()
                    .maximumSize(CALLERS)
                    .expireAfterWrite(IdempotencyStore.KEPT)
                    .build();

    /** False when the caller has had all. */
    boolean take(String caller) {
        return taken.get(caller, _ -> new AtomicInteger()).incrementAndGet() <= ROWS;
    }
}
