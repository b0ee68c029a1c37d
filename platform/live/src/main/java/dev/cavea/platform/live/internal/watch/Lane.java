package dev.cavea.platform.live.internal.watch;

import dev.cavea.platform.live.internal.house.Delta;
import dev.cavea.platform.live.internal.house.LiveHouse;
import dev.cavea.platform.live.internal.house.SeatMap;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The watchers of one house on one event loop. A pass brings them all up to date, a few at a time,
 * so that requests on the same loop are answered in between.
 */
final class Lane {

    /** Some 100 microseconds of writing. */
    private static final int CHUNK = 128;

    private final LiveHouse house;
    private final Context loop;
    private final Runnable later;
    private final LaneFrames frames;
    private final List<Watcher> watchers = new ArrayList<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private boolean someAreBehind;

    /**
     * @param later wakes this lane after a moment
     */
    Lane(LiveHouse house, Context loop, Runnable later, LaneFrames frames) {
        this.house = house;
        this.loop = loop;
        this.later = later;
        this.frames = frames;
    }

    Context loop() {
        return loop;
    }

    /** From any thread. A running pass is followed by another if needed. */
    void wake() {
        if (running.compareAndSet(false, true)) {
            loop.runOnContext(_ -> start());
        }
    }

    void add(Watcher watcher) {
        watcher.slot = watchers.size();
        watchers.add(watcher);
        bring(watcher, house.published());
        if (someAreBehind) {
            later.run();
        }
    }

    void remove(Watcher watcher) {
        Watcher last = watchers.removeLast();
        if (last != watcher) {
            watchers.set(watcher.slot, last);
            last.slot = watcher.slot;
            // A running pass may be past that slot, and have skipped the one now in it.
            someAreBehind = true;
        }
    }

    int size() {
        return watchers.size();
    }

    void heartbeat() {
        watchers.forEach(Watcher::heartbeat);
    }

    private void start() {
        someAreBehind = false;
        pass(0, house.published());
    }

    private void pass(int from, SeatMap map) {
        int to = Math.min(from + CHUNK, watchers.size());
        for (int i = from; i < to; i++) {
            bring(watchers.get(i), map);
        }
        if (to < watchers.size()) {
            loop.runOnContext(_ -> pass(to, map));
            return;
        }
        running.set(false);
        // A tick during the pass woke nobody: without this the last delta of a burst would be lost.
        if (someAreBehind || house.published() != map) {
            later.run();
        }
    }

    private void bring(Watcher watcher, SeatMap map) {
        if (watcher.version() == map.version()) {
            return;
        }
        if (watcher.isFull()) {
            someAreBehind = true;
            return;
        }
        List<Delta> missed = missedBy(watcher);
        if (missed == null) {
            watcher.has(map.version());
            watcher.sendSnapshot(map, frames);
        } else if (!missed.isEmpty()) {
            watcher.has(missed.getLast().to());
            watcher.sendDeltas(missed, frames);
        }
    }

    private @Nullable List<Delta> missedBy(Watcher watcher) {
        return watcher.version() == Watcher.NOTHING ? null : frames.since(house, watcher.version());
    }
}
