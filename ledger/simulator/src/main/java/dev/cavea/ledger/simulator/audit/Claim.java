package dev.cavea.ledger.simulator.audit;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import java.util.ArrayList;
import java.util.List;

/** A hold or sale as its buyer was told of it. */
final class Claim {

    final HoldId id;
    final long buyer;
    final int channel;

    /** Position of the answer that created it. */
    final long position;

    /** For standing places, the area and how many; otherwise seats. */
    int area = -1;

    int quantity;
    int fromBlock;
    List<Integer> seats = new ArrayList<>();

    boolean sold;
    long endMillis;
    long pinnedUntilMillis;
    int extensions;

    Claim(HoldId id, long buyer, int channel, long position, long endMillis) {
        this.id = id;
        this.buyer = buyer;
        this.channel = channel;
        this.position = position;
        this.endMillis = endMillis;
    }

    boolean isStanding() {
        return area >= 0;
    }

    int count() {
        return isStanding() ? quantity : seats.size();
    }

    long dueMillis() {
        return Math.max(endMillis, pinnedUntilMillis);
    }

    boolean isPinned(long nowMillis) {
        return pinnedUntilMillis > nowMillis;
    }

    Places places() {
        return isStanding()
                ? new Places.Standing(area, quantity)
                : new Places.Seated(Seats.of(seats.stream().mapToInt(Integer::intValue).toArray()));
    }

    @Override
    public String toString() {
        return (sold ? "sale " : "hold ") + id + " of buyer " + buyer;
    }
}
