package dev.cavea.platform.live.internal.house;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** How far the maps have followed the feed, and who is waiting for them to get further. */
public final class Progress {

    /** More than this are waiting only if the feed hangs. */
    private static final int MOST_WAITERS = 20_000;

    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private volatile long position;

    private record Waiter(long position, Runnable then) {}

    public long position() {
        return position;
    }

    /**
     * Runs it once the position is reached: at once, or on the feed's thread. If very many are
     * already waiting, it also runs at once.
     */
    public void when(long wanted, Runnable then) {
        if (position >= wanted || waiting.get() >= MOST_WAITERS) {
            then.run();
            return;
        }
        waiting.incrementAndGet();
        waiters.add(new Waiter(wanted, then));
        if (position >= wanted) {
            // It was reached in between, and the feed's thread may not have seen the waiter.
            serve();
        }
    }

    /** Called only by the feed's thread. */
    public void reached(long newPosition) {
        position = newPosition;
        serve();
    }

    /**
     * On the feed's thread, and sometimes on a waiter's, which may miss what the other put back.
     */
    private void serve() {
        Queue<Waiter> early = new ArrayDeque<>();
        for (Waiter waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            if (waiter.position() <= position) {
                waiting.decrementAndGet();
                waiter.then().run();
            } else {
                early.add(waiter);
            }
        }
        waiters.addAll(early);
        long now = position;
        if (early.stream().anyMatch(waiter -> waiter.position() <= now)) {
            serve();
        }
    }
}
