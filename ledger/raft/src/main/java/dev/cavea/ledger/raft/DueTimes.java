package dev.cavea.ledger.raft;

import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.HoldExtended;
import dev.cavea.ledger.core.event.HoldPinned;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.HouseClosed;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesBlocked;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.event.PlacesReturned;
import dev.cavea.ledger.core.event.PlacesUnblocked;
import dev.cavea.ledger.core.event.RulesChanged;
import dev.cavea.ledger.core.event.SeatsMoved;
import dev.cavea.ledger.core.snapshot.HoldState;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * When log time must move on because a hold may end, in steps of a quarter of a second. Errs on the
 * side of too many times: a hold released or sold in the meantime costs one idle tick.
 */
final class DueTimes {

    private static final long STEP_MILLIS = 250;

    private final ConcurrentSkipListSet<Long> steps = new ConcurrentSkipListSet<>();
    private long lastAdded = Long.MIN_VALUE;

    /** Apply thread. */
    void note(long logTimeMillis, Event event) {
        switch (event) {
            case PlacesHeld held -> add(held.expiresAtMillis());
            case HoldExtended extended -> add(extended.expiresAtMillis());
            // Lifting a pin restores the hold's own end, which may have passed.
            case HoldPinned pinned -> add(Math.max(pinned.pinnedUntilMillis(), logTimeMillis));
            case HouseOpened _, RulesChanged _, HouseClosed _ -> {}
            case HoldReleased _, HoldExpired _, HoldSold _, PlacesReturned _ -> {}
            case PlacesBlocked _, PlacesUnblocked _, SeatsMoved _ -> {}
        }
    }

    void note(HoldState hold) {
        if (!hold.sold()) {
            add(hold.endMillis());
            add(hold.pinnedUntilMillis());
        }
    }

    /** Called after log time has advanced. */
    void passed(long logTimeMillis) {
        while (!steps.isEmpty() && steps.first() * STEP_MILLIS <= logTimeMillis) {
            steps.pollFirst();
            lastAdded = Long.MIN_VALUE;
        }
    }

    /** Any thread. */
    boolean isDue(long nowMillis) {
        var first = steps.ceiling(Long.MIN_VALUE);
        return first != null && first * STEP_MILLIS <= nowMillis;
    }

    private void add(long millis) {
        long step = Math.floorDiv(millis, STEP_MILLIS) + 1;
        if (step != lastAdded) {
            lastAdded = step;
            steps.add(step);
        }
    }
}
