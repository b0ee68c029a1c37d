package dev.cavea.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PeriodicTest {

    @Test
    void goesOnAfterAFailure() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(2);
        try (Periodic _ =
                Periodic.every(
                        Duration.ofMillis(1),
                        "counting",
                        () -> {
                            runs.countDown();
                            if (runs.getCount() == 1) {
                                throw new IllegalStateException("on purpose");
                            }
                        })) {
            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
