package dev.cavea.bench;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.command.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Callers who hold two seats and give them back, again and again. */
final class HoldLoad {

    private static final AtomicLong RUNS = new AtomicLong(System.currentTimeMillis());

    private final LedgerClient client;

    HoldLoad(LedgerClient client) {
        this.client = client;
    }

    /** What came out; times in milliseconds. */
    record Outcome(double perSecond, double p50, double p99) {

        static Outcome of(long[] nanos, double seconds) {
            Arrays.sort(nanos);
            return new Outcome(
                    nanos.length / seconds,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) (nanos.length * 0.99)] / 1e6);
        }
    }

    /** Each caller is a virtual thread that waits for its answer before it asks again. */
    Outcome closed(int callers, double seconds) {
        long run = RUNS.incrementAndGet();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long[][] all = new long[callers][];
        List<Thread> threads = new ArrayList<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (int caller = 0; caller < callers; caller++) {
            int pair = caller;
            threads.add(
                    Thread.ofVirtual()
                            .uncaughtExceptionHandler((_, e) -> failure.set(e))
                            .start(() -> all[pair] = call(run, pair, end)));
        }
        join(threads);
        rethrow(failure.get());
        double took = (System.nanoTime() - start) / 1e9;
        return Outcome.of(Arrays.stream(all).flatMapToLong(Arrays::stream).toArray(), took);
    }

    private long[] call(long run, int pair, long end) {
        long[] nanos = new long[1024];
        int count = 0;
        for (long number = 1; System.nanoTime() < end; number++) {
            long hold = (long) pair << 32 | number;
            if (count + 2 > nanos.length) {
                nanos = Arrays.copyOf(nanos, nanos.length * 2);
            }
            nanos[count++] = timed(BenchHouse.hold(run, pair, hold));
            nanos[count++] = timed(BenchHouse.release(run, pair, hold));
        }
        return Arrays.copyOf(nanos, count);
    }

    private long timed(Command command) {
        long start = System.nanoTime();
        BenchHouse.expectAccepted(client.submit(command).join());
        return System.nanoTime() - start;
    }

    /**
     * So many commands a second, whether answers come or not; time counts from when one was due.
     */
    Outcome open(int perSecond, int seconds) {
        long run = RUNS.incrementAndGet();
        int count = perSecond * seconds;
        long[] nanos = new long[count];
        CountDownLatch left = new CountDownLatch(count);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            waitUntil(due);
            int index = i;
            var _ =
                    client.submit(command(run, i))
                            .whenComplete(
                                    (answer, e) -> {
                                        nanos[index] = System.nanoTime() - due;
                                        if (e != null) {
                                            failure.set(e);
                                        }
                                        left.countDown();
                                    });
        }
        await(left);
        rethrow(failure.get());
        return Outcome.of(nanos, (System.nanoTime() - start) / 1e9);
    }

    /** A pair is held and then given back; the next time it is its turn, again. */
    private static Command command(long run, int i) {
        int pair = i / 2 % BenchHouse.PAIRS;
        return i % 2 == 0 ? BenchHouse.hold(run, pair, i) : BenchHouse.release(run, pair, i - 1L);
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            if (left > 60_000) {
                LockSupport.parkNanos(left - 50_000);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private static void join(List<Thread> threads) {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch left) {
        try {
            left.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure != null) {
            throw new IllegalStateException("a caller failed", failure);
        }
    }
}
