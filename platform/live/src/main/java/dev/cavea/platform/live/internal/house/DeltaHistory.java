package dev.cavea.platform.live.internal.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last deltas of a house, for watchers who missed a few. Bounded; guarded by its house. */
final class DeltaHistory {

    private static final int MAX_DELTAS = 256;
    private static final int MAX_SEATS = 1 << 16;

    private final ArrayDeque<Delta> deltas = new ArrayDeque<>();
    private int seats;

    void add(Delta delta) {
        deltas.addLast(delta);
        seats += delta.seatCount();
        while (deltas.size() > MAX_DELTAS || (seats > MAX_SEATS && deltas.size() > 1)) {
            seats -= deltas.removeFirst().seatCount();
        }
    }

    /** From this version to the newest, in order; null if that is no longer known. */
    @Nullable List<Delta> since(long version) {
        List<Delta> newestFirst = new ArrayList<>();
        for (Iterator<Delta> i = deltas.descendingIterator(); i.hasNext(); ) {
            Delta delta = i.next();
            if (delta.to() == version) {
                return newestFirst.reversed();
            }
            newestFirst.add(delta);
            if (delta.from() == version) {
                return newestFirst.reversed();
            }
        }
        return null;
    }

    void clear() {
        deltas.clear();
        seats = 0;
    }
}
