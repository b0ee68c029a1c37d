package dev.cavea.platform.live.internal.http;

import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.live.internal.house.SeatMap;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of seat maps, made once for all who ask. During a sale the version changes with every
 * hold; so that a stadium's eighteen megabytes are not made anew each time, the body of a large
 * house serves four times as long as it took to make. Its version says what it is as of.
 */
final class SeatBodies {

    private static final int SERVES_TIMES = 4;
    private static final int LARGE_HOUSE = 30_000;

    private final Executor executor;
    private final Map<Long, Shelf> shelves = new ConcurrentHashMap<>();

    /**
     * @param executor where bodies are made: not an event loop
     */
    SeatBodies(Executor executor) {
        this.executor = executor;
    }

    /** A body of this version; of a large house perhaps of one a moment older. */
    CompletableFuture<SeatBody> fresh(SeatMap map, SeatingPlan plan) {
        return shelf(map).get(map, plan, map.seatCount() > LARGE_HOUSE);
    }

    /** A body of exactly this version. */
    CompletableFuture<SeatBody> exactly(SeatMap map, SeatingPlan plan) {
        return shelf(map).get(map, plan, false);
    }

    private Shelf shelf(SeatMap map) {
        return shelves.computeIfAbsent(map.house(), _ -> new Shelf());
    }

    private final class Shelf {
        private SoftReference<SeatBody> done = new SoftReference<>(null);
        private @Nullable CompletableFuture<SeatBody> running;
        private long runningVersion;

        synchronized CompletableFuture<SeatBody> get(
                SeatMap map, SeatingPlan plan, boolean mayBeOlder) {
            SeatBody known = done.get();
            if (known != null && serves(known, map, mayBeOlder)) {
                return CompletableFuture.completedFuture(known);
            }
            if (running != null && (mayBeOlder || runningVersion == map.version())) {
                return running;
            }
            CompletableFuture<SeatBody> made =
                    CompletableFuture.supplyAsync(() -> SeatBody.make(map, plan), executor);
            running = made;
            runningVersion = map.version();
            return made.whenComplete((body, failure) -> finished(made, body));
        }

        private boolean serves(SeatBody known, SeatMap map, boolean mayBeOlder) {
            return known.version() == map.version()
                    || (mayBeOlder && known.ageNanos() < SERVES_TIMES * known.costNanos());
        }

        private synchronized void finished(
                CompletableFuture<SeatBody> made, @Nullable SeatBody body) {
            if (running == made) {
                running = null;
            }
            if (body != null) {
                done = new SoftReference<>(body);
            }
        }
    }
}
