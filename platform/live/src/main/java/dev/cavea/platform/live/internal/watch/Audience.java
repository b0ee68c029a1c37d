package dev.cavea.platform.live.internal.watch;

import dev.cavea.platform.live.internal.house.LiveHouse;
import io.vertx.core.Context;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** All watchers of one house, and when they were last updated. */
final class Audience {

    private final LiveHouse house;
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile long lastTickNanos;

    Audience(LiveHouse house, long nowNanos, long tickNanos) {
        this.house = house;
        this.lastTickNanos = nowNanos - tickNanos;
    }

    LiveHouse house() {
        return house;
    }

    /** True for one caller only until the tick has come. */
    boolean plan() {
        return !planned.get() && planned.compareAndSet(false, true);
    }

    long lastTickNanos() {
        return lastTickNanos;
    }

    void tick(long nowNanos) {
        lastTickNanos = nowNanos;
        // First, so that an event arriving during the cut schedules another tick.
        planned.set(false);
        house.cut();
        wake();
    }

    void wake() {
        lanes.forEach(Lane::wake);
    }

    synchronized Lane laneOn(Context loop, Function<Context, Lane> create) {
        for (Lane lane : lanes) {
            if (lane.loop() == loop) {
                return lane;
            }
        }
        Lane lane = create.apply(loop);
        lanes.add(lane);
        return lane;
    }
}
