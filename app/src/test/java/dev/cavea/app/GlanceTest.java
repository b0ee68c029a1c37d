package dev.cavea.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class GlanceTest {

    @Test
    void nobodyWaitsForALookThatAnotherTakes() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch there = new CountDownLatch(1);
        Glance<String> glance =
                new Glance<>(
                        "before",
                        () -> {
                            looking.countDown();
                            awaited(there);
                            return "seen";
                        });
        Thread first = Thread.startVirtualThread(glance::get);
        looking.await();
        assertThat(glance.get()).isEqualTo("before");
        there.countDown();
        first.join();
        assertThat(glance.get()).isEqualTo("seen");
    }

    @Test
    void aFailureIsKeptLikeAnAnswer() {
        AtomicInteger looks = new AtomicInteger();
        Supplier<String> look =
                () -> {
                    throw new IllegalStateException("look " + looks.incrementAndGet());
                };
        Glance<String> glance = new Glance<>("before", look);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(glance::get).hasMessage("look 1");
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
