package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.internal.state.House;
import dev.cavea.ledger.core.internal.state.SeatMarks;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the places a command names, before anyone checks who has them. */
final class NamedPlaces {

    private NamedPlaces() {}

    /** Checks their number, that they exist and that none is repeated; null if nothing is wrong. */
    static @Nullable Decision refusal(House house, Places places, int most) {
        return switch (places) {
            case Places.Seated(Seats seats) -> refusal(house, seats, most);
            case Places.Standing(int area, int quantity) ->
                    refusalOfArea(house, area, quantity, most);
        };
    }

    static @Nullable Decision refusal(House house, Seats seats, int most) {
        int count = seats.count();
        if (count < 1 || count > most) {
            return Decision.refuse(Rejection.COUNT_OUT_OF_RANGE);
        }
        int seatCount = house.floor().seatCount();
        for (int i = 0; i < count; i++) {
            int seat = seats.get(i);
            if (seat < 0 || seat >= seatCount) {
                Seats unknown = those(seats, s -> s < 0 || s >= seatCount);
                return Decision.refuse(Rejection.SEAT_UNKNOWN, unknown);
            }
        }
        Seats repeated = namedTwice(house.marks(), seats);
        return repeated.isEmpty() ? null : Decision.refuse(Rejection.SEAT_NAMED_TWICE, repeated);
    }

    static @Nullable Decision refusalOfArea(House house, int area, int quantity, int most) {
        if (quantity < 1 || quantity > most) {
            return Decision.refuse(Rejection.COUNT_OUT_OF_RANGE);
        }
        boolean isKnown = area >= 0 && area < house.areas().count();
        return isKnown ? null : Decision.refuse(Rejection.AREA_UNKNOWN);
    }

    static boolean isChannel(int channel, int least) {
        return channel >= least && channel <= Rules.MAX_CHANNEL;
    }

    /** The seats it applies to, in their order. */
    static Seats those(Seats seats, IntPredicate which) {
        return Seats.wrap(Arrays.stream(seats.toArray()).filter(which).toArray());
    }

    private static Seats namedTwice(SeatMarks marks, Seats seats) {
        int[] repeated = new int[0];
        for (int i = 0; i < seats.count(); i++) {
            int seat = seats.get(i);
            if (marks.has(seat)) {
                repeated = Arrays.copyOf(repeated, repeated.length + 1);
                repeated[repeated.length - 1] = seat;
            }
            marks.mark(seat);
        }
        clear(marks, seats);
        return Seats.wrap(repeated);
    }

    static void mark(SeatMarks marks, Seats seats) {
        for (int i = 0; i < seats.count(); i++) {
            marks.mark(seats.get(i));
        }
    }

    static void clear(SeatMarks marks, Seats seats) {
        for (int i = 0; i < seats.count(); i++) {
            marks.clear(seats.get(i));
        }
    }
}
