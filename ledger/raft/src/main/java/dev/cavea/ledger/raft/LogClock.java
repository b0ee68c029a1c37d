package dev.cavea.ledger.raft;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The time that the leader stamps on packs. It never goes back: not when the machine's clock does,
 * and not when another member takes over, because that member has applied all earlier packs.
 */
final class LogClock {

    private final Clock clock;
    private final LongSupplier stateTime;
    private final AtomicLong last = new AtomicLong();

    LogClock(Clock clock, LongSupplier stateTime) {
        this.clock = clock;
        this.stateTime = stateTime;
    }

    long stamp() {
        long now = Math.max(clock.millis(), stateTime.getAsLong());
        return last.accumulateAndGet(now, Math::max);
    }
}
