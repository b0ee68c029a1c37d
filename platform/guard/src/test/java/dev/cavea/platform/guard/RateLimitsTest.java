package dev.cavea.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.edge.Problem;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final RatePolicy POLICY = new RatePolicy("holds", 20, 40);
    private static final long MILLI = 1_000_000L;

    private final AtomicLong time = new AtomicLong(-7);
    private final RateLimits limits = new RateLimits(time::get);

    @Test
    void allowsABurstAndThenTheRate() {
        for (int left = 39; left >= 0; left--) {
            RateDecision decision = limits.take(POLICY, "a");
            assertThat(decision.allowed()).isTrue();
            assertThat(decision.remaining()).isEqualTo(left);
        }
        assertThat(limits.take(POLICY, "a").allowed()).isFalse();
        time.addAndGet(49 * MILLI);
        assertThat(limits.take(POLICY, "a").allowed()).isFalse();
        time.addAndGet(MILLI);
        assertThat(limits.take(POLICY, "a").allowed()).isTrue();
        assertThat(limits.take(POLICY, "a").allowed()).isFalse();
    }

    @Test
    void givesNoMoreThanTheRateOverAMinute() {
        int allowed = 0;
        for (int i = 0; i < 60_000; i++) {
            allowed += limits.take(POLICY, "a").allowed() ? 1 : 0;
            time.addAndGet(MILLI);
        }
        assertThat(allowed).isBetween(1_239, 1_241);
    }

    @Test
    void keepsAddressesAndPoliciesApart() {
        while (limits.take(POLICY, "a").allowed()) {
            // Until it is empty.
        }
        assertThat(limits.take(POLICY, "b").allowed()).isTrue();
        assertThat(limits.take(new RatePolicy("reads", 20, 40), "a").allowed()).isTrue();
    }

    @Test
    void saysWhenToComeBack() {
        RatePolicy slow = new RatePolicy("slow", 1, 2);
        limits.check(slow, "a");
        limits.check(slow, "a");
        Problem problem = catchThrowableOfType(Problem.class, () -> limits.check(slow, "a"));
        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.slug()).isEqualTo("rate-limited");
        assertThat(problem.headers())
                .containsEntry("Retry-After", "1")
                .containsEntry("RateLimit", "\"slow\";r=0;t=1")
                .containsEntry("RateLimit-Policy", "\"slow\";q=2;w=2");
    }

    @Test
    void countsExactlyUnderManyThreads() {
        AtomicInteger allowed = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1_000; i++) {
                threads.execute(
                        () -> {
                            if (limits.take(POLICY, "a").allowed()) {
                                allowed.incrementAndGet();
                            }
                        });
            }
        }
        assertThat(allowed).hasValue(40);
    }
}
