package dev.cavea.platform.live.internal.http;

import dev.cavea.platform.live.internal.house.Progress;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** Waits until the maps show what this process has acknowledged; usually they already do. */
public final class Freshness {

    /** If the feed hangs, an older map is better than none; its version says how old. */
    private static final long PATIENCE_MILLIS = 500;

    private final Progress progress;
    private final LongSupplier acknowledged;

    public Freshness(Progress progress, LongSupplier acknowledged) {
        this.progress = progress;
        this.acknowledged = acknowledged;
    }

    /** Runs the task on this event loop, at once if possible. */
    void whenFresh(Vertx vertx, Runnable task) {
        long wanted = acknowledged.getAsLong();
        if (progress.position() >= wanted) {
            task.run();
            return;
        }
        Context loop = vertx.getOrCreateContext();
        AtomicBoolean ran = new AtomicBoolean();
        Runnable once =
                () -> {
                    if (ran.compareAndSet(false, true)) {
                        loop.runOnContext(_ -> task.run());
                    }
                };
        long patience = vertx.setTimer(PATIENCE_MILLIS, _ -> once.run());
        progress.when(
                wanted,
                () -> {
                    vertx.cancelTimer(patience);
                    once.run();
                });
    }
}
