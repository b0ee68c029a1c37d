package dev.cavea.platform.live.internal.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.live.internal.house.LiveHouse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The JSON of seat maps, made once for everyone who asks, and kept in bounded memory. During a sale
 * the version changes with every hold: however many ask, at most a fifth of the time is spent on a
 * house's JSON.
 */
final class SeatBodies {

    private static final int LARGE_HOUSE = 30_000;
    private static final long KEPT_BYTES = 80L << 20;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Executor executor;
    private final Map<Long, SeatShelf> latest = new ConcurrentHashMap<>();
    private final Map<Long, SeatShelf> published = new ConcurrentHashMap<>();
    private final Cache<SeatShelf, SeatBody> kept =
            Caffeine.newBuilder()
                    .maximumWeight(KEPT_BYTES)
                    .weigher((SeatShelf shelf, SeatBody body) -> body.weight())
                    .expireAfterAccess(KEPT)
                    .build();

    /**
     * @param executor where bodies are made: not an event loop
     */
    SeatBodies(Executor executor) {
        this.executor = executor;
    }

    /**
     * As fresh as the house is now. For a large house it may be a moment old; for a smaller one it
     * may take a moment.
     */
    CompletableFuture<SeatBody> latest(LiveHouse house, SeatingPlan plan) {
        return latest.computeIfAbsent(
                        house.house(),
                        _ ->
                                new SeatShelf(
                                        house::now,
                                        _ -> plan.seatCount() > LARGE_HOUSE,
                                        kept,
                                        executor))
                .get(plan);
    }

    /** For a version that the house's deltas continue from. */
    CompletableFuture<SeatBody> published(LiveHouse house, SeatingPlan plan) {
        return published
                .computeIfAbsent(
                        house.house(),
                        _ ->
                                new SeatShelf(
                                        house::published,
                                        older -> house.since(older) != null,
                                        kept,
                                        executor))
                .get(plan);
    }

    CompletableFuture<byte[]> gzip(SeatBody body) {
        return body.gzip(executor);
    }
}
