package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.internal.best.Gaps;
import dev.cavea.ledger.core.internal.state.House;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A hold of named seats must not leave a single one behind, as defined by {@link Gaps}. */
final class OrphanRule {

    private OrphanRule() {}

    /** Names the seats that would be left. */
    static @Nullable Decision refusal(House house, Seats wanted) {
        if (!house.rules().refuseOrphans()) {
            return null;
        }
        NamedPlaces.mark(house.marks(), wanted);
        int[] left = orphans(house, wanted);
        NamedPlaces.clear(house.marks(), wanted);
        return left.length == 0
                ? null
                : Decision.refuse(Rejection.ORPHAN_SEAT_LEFT, Seats.wrap(left));
    }

    private static int[] orphans(House house, Seats wanted) {
        return IntStream.of(wanted.toArray())
                .filter(taken -> Gaps.isRefused(house, taken))
                .flatMap(taken -> orphansBeside(house, taken))
                .distinct()
                .sorted()
                .toArray();
    }

    private static IntStream orphansBeside(House house, int taken) {
        return IntStream.of(house.floor().before(taken), house.floor().after(taken))
                .filter(neighbour -> Gaps.isOrphaned(house, taken, neighbour))
                .filter(neighbour -> !Gaps.isAllButOne(house, neighbour));
    }
}
