package dev.cavea.platform.booking.internal.report;

import dev.cavea.ledger.client.LedgerFeed;
import dev.cavea.ledger.client.LedgerImage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** How many places of each house are in which state, at most a second old. */
@Singleton
public final class SeatCounts {

    private static final long FRESH_MILLIS = 1_000;
    private static final int STATES = 4;

    private final LedgerFeed feed;
    private final Clock clock;
    private Map<Long, Counts> counts = Map.of();
    private long countedAtMillis = Long.MIN_VALUE;

    /** Places, seats and areas together. */
    public record Counts(int free, int held, int sold, int blocked) {
        static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    public SeatCounts(LedgerFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** By house; unopened ones are left out. */
    public synchronized Map<Long, Counts> all() {
        if (countedAtMillis + FRESH_MILLIS < clock.millis()) {
            Map<Long, Counts> fresh = new HashMap<>();
            for (LedgerImage.House house : feed.image().houses()) {
                fresh.put(house.house(), count(house));
            }
            counts = Map.copyOf(fresh);
            countedAtMillis = clock.millis();
        }
        return counts;
    }

    private static Counts count(LedgerImage.House house) {
        int[] states = new int[STATES];
        for (byte state : house.states()) {
            states[state]++;
        }
        for (LedgerImage.Area area : house.areas()) {
            states[LedgerImage.HELD] += area.held();
            states[LedgerImage.SOLD] += area.sold();
            states[LedgerImage.BLOCKED] += area.blocked();
            states[LedgerImage.FREE] +=
                    area.capacity() - area.held() - area.sold() - area.blocked();
        }
        return new Counts(
                states[LedgerImage.FREE],
                states[LedgerImage.HELD],
                states[LedgerImage.SOLD],
                states[LedgerImage.BLOCKED]);
    }
}
