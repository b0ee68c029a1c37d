package dev.cavea.app;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was seen within the last second, looked up once for however many ask. While one looks, the
 * others get what was seen before: nobody queues behind a look that takes long.
 */
final class Glance<T> implements Supplier<T> {

    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<T> look;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen<T> seen;

    /**
     * @param first answered while the first look is under way
     */
    Glance(T first, Supplier<T> look) {
        this.look = look;
        this.seen = new Seen<>(first, null, System.nanoTime() - KEPT_NANOS - 1);
    }

    /** Throws what the look threw. */
    @Override
    public T get() {
        if (seen.isOld() && looking.tryLock()) {
            try {
                if (seen.isOld()) {
                    seen = looked();
                }
            } finally {
                looking.unlock();
            }
        }
        return seen.get();
    }

    private Seen<T> looked() {
        try {
            return new Seen<>(look.get(), null, System.nanoTime());
        } catch (RuntimeException e) {
            return new Seen<>(seen.value(), e, System.nanoTime());
        }
    }

    private record Seen<T>(T value, @Nullable RuntimeException failure, long atNanos) {

        boolean isOld() {
            return System.nanoTime() - atNanos > KEPT_NANOS;
        }

        T get() {
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }
}
