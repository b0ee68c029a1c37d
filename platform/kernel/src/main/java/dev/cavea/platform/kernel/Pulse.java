package dev.cavea.platform.kernel;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How recurring work is doing: when it last succeeded, what failed, whether it is late. A process
 * keeps all of them in one list, so that health need not rely on anyone to register a chore:
 * whatever runs is watched.
 */
public final class Pulse implements AutoCloseable {

    private static final Set<Pulse> ALL = ConcurrentHashMap.newKeySet();

    private final String name;
    private final Duration lateAfter;
    private final boolean expected;
    private final LongSupplier nanos;
    private volatile long succeededAt;
    private volatile long failedAt;
    private volatile long failingSince;
    private volatile long runs;
    private volatile long failures;
    private volatile @Nullable String failure;

    private Pulse(String name, Duration lateAfter, boolean expected, LongSupplier nanos) {
        this.nanos = nanos;
        this.succeededAt = nanos.getAsLong();
        this.failedAt = succeededAt;
        this.failingSince = succeededAt;
        this.name = name;
        this.lateAfter = lateAfter;
        this.expected = expected;
    }

    /** For work that must succeed at least this often. */
    public static Pulse expectedWithin(Duration lateAfter, String name) {
        return listed(new Pulse(name, lateAfter, true, System::nanoTime));
    }

    /**
     * For work that may have nothing to do for a long time, but must not keep failing for this
     * long.
     */
    public static Pulse failingAtMost(Duration lateAfter, String name) {
        return failingAtMost(lateAfter, name, System::nanoTime);
    }

    static Pulse failingAtMost(Duration lateAfter, String name, LongSupplier nanos) {
        return listed(new Pulse(name, lateAfter, false, nanos));
    }

    private static Pulse listed(Pulse pulse) {
        ALL.add(pulse);
        return pulse;
    }

    /** Of everything that currently runs in this process, by name. */
    public static List<Pulse> all() {
        return ALL.stream().sorted(Comparator.comparing(Pulse::name)).toList();
    }

    public String name() {
        return name;
    }

    public synchronized void succeeded() {
        runs++;
        succeededAt = nanos.getAsLong();
        failure = null;
    }

    public synchronized void failed(Throwable cause) {
        runs++;
        failures++;
        failedAt = nanos.getAsLong();
        if (failure == null) {
            failingSince = failedAt;
        }
        failure = cause.toString();
    }

    public long runs() {
        return runs;
    }

    public long failures() {
        return failures;
    }

    /** Of the last run; null if it succeeded. */
    public @Nullable String failure() {
        return failure;
    }

    /** Since the last success, or since the start if there was none. */
    public Duration sinceSuccess() {
        return since(succeededAt);
    }

    /** Since the last failure; null if there was none. */
    public @Nullable Duration sinceFailure() {
        return failures == 0 ? null : since(failedAt);
    }

    /** Whether an operator must look. */
    public boolean isLate() {
        if (expected) {
            return sinceSuccess().compareTo(lateAfter) > 0;
        }
        return failure != null && since(failingSince).compareTo(lateAfter) > 0;
    }

    private Duration since(long then) {
        return Duration.ofNanos(nanos.getAsLong() - then);
    }

    /** It has ended as it should: nothing waits for it any more. */
    @Override
    public void close() {
        ALL.remove(this);
    }
}
