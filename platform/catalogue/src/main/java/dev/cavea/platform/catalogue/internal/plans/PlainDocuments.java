package dev.cavea.platform.catalogue.internal.plans;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Plans' documents for the few who do not take gzip. Unzipped once for everyone who asks, a few at
 * a time, on separate threads; kept for a while in bounded memory.
 */
public final class PlainDocuments {

    private static final long KEPT_BYTES = 32L << 20;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int THREADS = 2;

    private final AsyncCache<String, byte[]> kept =
            Caffeine.newBuilder()
                    .maximumWeight(KEPT_BYTES)
                    .weigher((String digest, byte[] document) -> document.length)
                    .expireAfterAccess(KEPT)
                    .executor(threads())
                    .buildAsync();

    public CompletableFuture<byte[]> of(StoredPlan plan) {
        return kept.get(plan.plan().digest(), _ -> plan.document());
    }

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().name("cavea-plans-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
