package dev.cavea.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TimerTest {

    private static void fail(boolean error) {
        if (error) {
            throw new AssertionError("on purpose");
        }
        throw new IllegalStateException("on purpose");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnAfterAFailureAndAfterAnError(boolean error) throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        try (Timer timer =
                Timer.every(
                        Duration.ofMillis(1),
                        "counting",
                        () -> {
                            runs.countDown();
                            if (runs.getCount() == 2) {
                                fail(error);
                            }
                        })) {
            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(timer.pulse().failures()).isEqualTo(1);
            assertThat(timer.pulse().sinceFailure()).isNotNull();
        }
    }

    @Test
    void isInTheListOfAllUntilItIsClosed() {
        Timer timer = Timer.every(Duration.ofHours(1), "listed", () -> {});
        assertThat(Pulse.all()).contains(timer.pulse());
        timer.close();
        assertThat(Pulse.all()).doesNotContain(timer.pulse());
    }

    @Test
    void runsBeforeItsPauseIsOverWhenItIsWoken() throws InterruptedException {
        Semaphore ran = new Semaphore(0);
        try (Timer timer = Timer.every(Duration.ofHours(1), "woken", ran::release)) {
            timer.soon();
            assertThat(ran.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void isLateWhenItWasExpectedToSucceed() {
        try (Pulse expected = Pulse.expectedWithin(Duration.ofNanos(1), "expected");
                Pulse patient = Pulse.expectedWithin(Duration.ofDays(1), "patient")) {
            assertThat(expected.isLate()).isTrue();
            assertThat(patient.isLate()).isFalse();
        }
    }

    @Test
    void isLateWhenItFailsForTooLongAndNotWhenItHasNothingToDo() {
        AtomicLong nanos = new AtomicLong();
        try (Pulse pulse = Pulse.failingAtMost(Duration.ofNanos(10), "idle", nanos::get)) {
            nanos.addAndGet(1_000);
            assertThat(pulse.isLate()).isFalse();
            pulse.failed(new IllegalStateException("no database"));
            assertThat(pulse.isLate()).as("it has only begun to fail").isFalse();
            nanos.addAndGet(11);
            pulse.failed(new IllegalStateException("no database"));
            assertThat(pulse.isLate()).isTrue();
            assertThat(pulse.failure()).contains("no database");
            pulse.succeeded();
            assertThat(pulse.isLate()).isFalse();
        }
    }

    @Test
    void beginsWorkAnewThatAnErrorHasEnded() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        try (LongRun _ =
                LongRun.start(
                        "breaking",
                        pulse -> {
                            runs.countDown();
                            if (runs.getCount() == 1) {
                                fail(true);
                            }
                            end.await();
                        })) {
            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
            end.countDown();
        }
    }
}
