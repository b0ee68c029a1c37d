package dev.cavea.platform.live.internal.http;

import com.github.benmanes.caffeine.cache.Cache;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.live.internal.house.SeatMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One house's body: one is made at a time, followed by a pause four times as long as it took.
 * Whoever needs a newer one meanwhile waits for the next, together with everyone else.
 */
final class SeatShelf {

    private static final int REST_TIMES = 4;

    private final Supplier<SeatMap> house;
    private final LongPredicate olderWillDo;
    private final Cache<SeatShelf, SeatBody> kept;
    private final Executor executor;
    private @Nullable CompletableFuture<SeatBody> running;
    private long runningVersion;
    private @Nullable CompletableFuture<SeatBody> next;
    private long restUntilNanos = System.nanoTime();

    /**
     * @param olderWillDo whether a body of that version, which is a moment old, will still do
     */
    SeatShelf(
            Supplier<SeatMap> house,
            LongPredicate olderWillDo,
            Cache<SeatShelf, SeatBody> kept,
            Executor executor) {
        this.house = house;
        this.olderWillDo = olderWillDo;
        this.kept = kept;
        this.executor = executor;
    }

    synchronized CompletableFuture<SeatBody> get(SeatingPlan plan) {
        long wanted = house.get().version();
        SeatBody known = kept.getIfPresent(this);
        if (known != null && serves(known, wanted)) {
            return CompletableFuture.completedFuture(known);
        }
        CompletableFuture<SeatBody> under = running;
        if (under != null && (runningVersion == wanted || olderWillDo.test(runningVersion))) {
            return under;
        }
        CompletableFuture<SeatBody> waiting = next;
        if (waiting == null) {
            waiting = new CompletableFuture<>();
            next = waiting;
            if (under == null) {
                plan(plan);
            }
        }
        return waiting;
    }

    private boolean serves(SeatBody known, long wanted) {
        return known.version() == wanted
                || (known.ageNanos() < REST_TIMES * known.costNanos()
                        && olderWillDo.test(known.version()));
    }

    /** The next is made once the pause is over. */
    private void plan(SeatingPlan plan) {
        long wait = Math.max(0, restUntilNanos - System.nanoTime());
        Executor then =
                wait == 0
                        ? executor
                        : CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, executor);
        then.execute(() -> make(plan));
    }

    private void make(SeatingPlan plan) {
        SeatMap map;
        try {
            map = begin();
        } catch (Throwable e) {
            giveUp(e);
            return;
        }
        SeatBody body = null;
        Throwable failure = null;
        try {
            body = SeatBody.make(map, plan);
        } catch (Throwable e) {
            // Whoever waits must hear of it, even of an Error.
            failure = e;
        }
        CompletableFuture<SeatBody> made = end(plan, body);
        if (body != null) {
            made.complete(body);
        } else {
            made.completeExceptionally(failure);
        }
    }

    /** Whoever waits hears that there is none now; whoever asks next begins anew. */
    private void giveUp(Throwable failure) {
        CompletableFuture<SeatBody> waiting;
        synchronized (this) {
            waiting = next;
            next = null;
        }
        if (waiting != null) {
            waiting.completeExceptionally(failure);
        }
    }

    private synchronized SeatMap begin() {
        SeatMap map = house.get();
        running = next;
        runningVersion = map.version();
        next = null;
        return map;
    }

    private synchronized CompletableFuture<SeatBody> end(
            SeatingPlan plan, @Nullable SeatBody body) {
        CompletableFuture<SeatBody> made = running;
        running = null;
        if (body != null) {
            kept.put(this, body);
            restUntilNanos = System.nanoTime() + REST_TIMES * body.costNanos();
        }
        if (next != null) {
            plan(plan);
        }
        return made == null ? new CompletableFuture<>() : made;
    }
}
