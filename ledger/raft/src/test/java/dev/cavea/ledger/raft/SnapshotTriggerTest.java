package dev.cavea.ledger.raft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SnapshotTriggerTest {

    private static final long SECOND = 1_000_000_000L;
    private static final SnapshotPolicy POLICY =
            new SnapshotPolicy(1_000, 5_000, Duration.ofSeconds(100), 9);

    /** Far from zero, as the machine's clock is. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 50 * SECOND);

    private final SnapshotTrigger trigger = new SnapshotTrigger(POLICY, now::get);

    @Test
    void asksForOneAfterSoManyCommands() {
        trigger.applied(999, 1);
        assertThat(trigger.isDue()).isFalse();
        trigger.applied(1, 1);
        assertThat(trigger.isDue()).isTrue();
    }

    @Test
    void asksForOneAfterSoManyBytes() {
        trigger.applied(1, 4_999);
        assertThat(trigger.isDue()).isFalse();
        trigger.applied(1, 1);
        assertThat(trigger.isDue()).isTrue();
    }

    @Test
    void asksForOneAfterSoLongIfAnythingHappened() {
        now.addAndGet(100 * SECOND);
        assertThat(trigger.isDue()).isFalse();
        trigger.applied(1, 1);
        assertThat(trigger.isDue()).isTrue();
    }

    @Test
    void countsFromTheStateThatWasTaken() {
        trigger.applied(1_000, 1);
        trigger.frozen();
        trigger.applied(999, 1);
        trigger.written();
        assertThat(trigger.isDue()).isFalse();
        trigger.applied(1, 1);
        assertThat(trigger.isDue()).isTrue();
    }

    @Test
    void restsNineTimesAsLongAsTheLastOneTook() {
        trigger.applied(1_000, 1);
        trigger.frozen();
        now.addAndGet(2 * SECOND);
        trigger.written();
        trigger.applied(1_000, 1);
        now.addAndGet(18 * SECOND - 1);
        assertThat(trigger.isDue()).isFalse();
        now.incrementAndGet();
        assertThat(trigger.isDue()).isTrue();
    }
}
