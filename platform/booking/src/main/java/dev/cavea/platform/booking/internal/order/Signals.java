package dev.cavea.platform.booking.internal.order;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes whoever waits for a booking in this process; another process's change is seen by polling.
 */
final class Signals {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Map<Long, Semaphore> waiting = new ConcurrentHashMap<>();

    void changed(long order) {
        Semaphore waiter = waiting.get(order);
        if (waiter != null) {
            waiter.release();
        }
    }

    /** From here on a change is not missed. */
    void expect(long order) {
        waiting.put(order, new Semaphore(0));
    }

    void forget(long order) {
        waiting.remove(order);
    }

    /**
     * Returns when the booking has changed, after a poll interval, or after this much time. Without
     * a prior expect, it is not woken and only returns after the interval.
     */
    void await(long order, Duration most) throws InterruptedException {
        Semaphore waiter = waiting.get(order);
        long millis = Math.clamp(most.toMillis(), 1, LOOK.toMillis());
        if (waiter == null) {
            Thread.sleep(millis);
        } else if (waiter.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            waiter.drainPermits();
        }
    }
}
