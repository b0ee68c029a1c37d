package dev.cavea.platform.live.internal.watch;

import dev.cavea.platform.kernel.Pulse;
import dev.cavea.platform.live.internal.house.Delta;
import dev.cavea.platform.live.internal.house.LiveHouse;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells watchers of changes: at once if nothing happened for a while, otherwise 20 times a second
 * for each house. When nothing happens, nothing runs.
 */
public final class FanOut implements AutoCloseable {

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long RETRY_MILLIS = 10;
    private static final long HEARTBEAT_MILLIS = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);
    private static final Duration FAILING_AT_MOST = Duration.ofSeconds(10);

    private final Pulse pulse = Pulse.failingAtMost(FAILING_AT_MOST, "fan-out");
    private final Function<Delta, String> words;
    private final Map<Long, Audience> audiences = new ConcurrentHashMap<>();
    private final AtomicInteger watchers = new AtomicInteger();
    private final ScheduledThreadPoolExecutor ticker =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().name("cavea-live").daemon().factory());

    /**
     * @param words a delta as JSON
     */
    public FanOut(Function<Delta, String> words) {
        this.words = words;
        ticker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Something happened in the house. From any thread, as often as you like. */
    public void touched(LiveHouse house) {
        Audience audience = audience(house);
        if (audience.plan()) {
            long wait = audience.lastTickNanos() + TICK_NANOS - System.nanoTime();
            schedule(() -> audience.tick(System.nanoTime()), Math.max(0, wait));
        }
    }

    /** One of the house's watchers is behind. */
    public void wake(LiveHouse house) {
        audience(house).wake();
    }

    /**
     * To be called on the watcher's event loop.
     *
     * @return ends the watching, to be run on the same loop
     */
    public Runnable join(LiveHouse house, Watcher watcher) {
        ContextInternal here = (ContextInternal) Vertx.currentContext();
        Lane lane = audience(house).laneOn(here.unwrap(), loop -> lane(house, loop));
        lane.add(watcher);
        watchers.incrementAndGet();
        return () -> {
            lane.remove(watcher);
            watchers.decrementAndGet();
        };
    }

    public int watchers() {
        return watchers.get();
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        pulse.close();
    }

    private Audience audience(LiveHouse house) {
        return audiences.computeIfAbsent(
                house.house(), _ -> new Audience(house, System.nanoTime(), TICK_NANOS));
    }

    private Lane lane(LiveHouse house, Context loop) {
        Lane[] made = new Lane[1];
        Runnable later = () -> schedule(made[0]::wake, TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS));
        made[0] = new Lane(house, loop, later, new LaneFrames(words));
        loop.owner()
                .setPeriodic(HEARTBEAT_MILLIS, _ -> loop.runOnContext(_ -> made[0].heartbeat()));
        return made[0];
    }

    @SuppressWarnings("CatchAllErrors") // The ticker would swallow it.
    private void run(Runnable task) {
        try {
            task.run();
            pulse.succeeded();
        } catch (Throwable e) {
            pulse.failed(e);
            LOG.error("Watchers were not told of a change", e);
        }
    }

    private void schedule(Runnable task, long nanos) {
        try {
            var _ = ticker.schedule(() -> run(task), nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // Closed: nobody is told of anything any more.
        }
    }
}
