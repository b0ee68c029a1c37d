package dev.cavea.app;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was seen within the last second, looked up once for however many ask. */
final class Glance<T> implements Supplier<T> {

    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<T> look;
    private @Nullable T seen;
    private long seenNanos;

    Glance(Supplier<T> look) {
        this.look = look;
    }

    @Override
    public synchronized T get() {
        T known = seen;
        if (known == null || System.nanoTime() - seenNanos > KEPT_NANOS) {
            known = look.get();
            seen = known;
            seenNanos = System.nanoTime();
        }
        return known;
    }
}
