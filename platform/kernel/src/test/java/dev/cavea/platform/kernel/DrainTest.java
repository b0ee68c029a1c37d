package dev.cavea.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DrainTest {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Work in memory: ids with the time when they are due. */
    private abstract static class Work implements Drain.Source {
        final Map<Long, Instant> due = new ConcurrentSkipListMap<>();
        final Set<Long> failed = ConcurrentHashMap.newKeySet();
        final AtomicInteger looks = new AtomicInteger();

        @Override
        public synchronized List<Long> take(int most) {
            looks.incrementAndGet();
            List<Long> taken = new ArrayList<>();
            for (var entry : due.entrySet()) {
                if (taken.size() < most && !entry.getValue().isAfter(Instant.now())) {
                    taken.add(entry.getKey());
                }
            }
            taken.forEach(due::remove);
            return taken;
        }

        @Override
        public void failed(long id, Throwable cause) {
            failed.add(id);
        }

        @Override
        public Instant nextDue() {
            return due.values().stream().min(Instant::compareTo).orElse(null);
        }
    }

    @Test
    void drainsAllThatIsDueWithinOneLookHoweverMuchAndWhateverFails() throws Exception {
        CountDownLatch done = new CountDownLatch(1_000);
        Work work =
                new Work() {
                    @Override
                    public void work(long id) {
                        done.countDown();
                        if (id % 2 == 0) {
                            throw new AssertionError("on purpose");
                        }
                    }
                };
        for (long id = 1; id <= 1_000; id++) {
            work.due.put(id, Instant.EPOCH);
        }
        try (Drain _ = Drain.start("many", 8, HOUR, work, Clock.systemUTC())) {
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(work.failed).hasSize(500);
    }

    @Test
    void letsNoPieceWaitForTheSlowest() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(100);
        Work work =
                new Work() {
                    @Override
                    public void work(long id) {
                        if (id == 1) {
                            awaitQuietly(slow);
                        } else {
                            others.countDown();
                        }
                    }
                };
        for (long id = 1; id <= 101; id++) {
            work.due.put(id, Instant.EPOCH);
        }
        try (Drain _ = Drain.start("slow", 2, HOUR, work, Clock.systemUTC())) {
            assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
            slow.countDown();
        }
    }

    @Test
    void restsUntilItIsToldAndThenLooksAtOnce() throws Exception {
        CountDownLatch done = new CountDownLatch(2);
        Work work =
                new Work() {
                    @Override
                    public void work(long id) {
                        done.countDown();
                    }
                };
        try (Drain drain = Drain.start("resting", 2, HOUR, work, Clock.systemUTC())) {
            work.due.put(1L, Instant.EPOCH);
            drain.soon();
            work.due.put(2L, Instant.now().plusMillis(20));
            drain.at(Instant.now().plusMillis(20));
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(work.looks.get()).isLessThan(10);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
