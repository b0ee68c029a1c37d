package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.internal.state.House;
import org.jspecify.annotations.Nullable;

/** Whether seats can be taken. */
final class Availability {

    private Availability() {}

    /** Names all seats that are in the way, under the first reason that applies to one of them. */
    static @Nullable Decision refusal(House house, Seats wanted, int channel) {
        for (int i = 0; i < wanted.count(); i++) {
            if (!house.seats().isOpenTo(wanted.get(i), channel)) {
                return refusalOfSome(house, wanted, channel);
            }
        }
        return null;
    }

    private static Decision refusalOfSome(House house, Seats wanted, int channel) {
        Seats inTheWay = NamedPlaces.those(wanted, s -> !house.seats().isOpenTo(s, channel));
        Rejection first = Rejection.SEAT_BLOCKED;
        for (int i = 0; i < inTheWay.count(); i++) {
            Rejection reason = reason(house, inTheWay.get(i));
            first = reason.number() < first.number() ? reason : first;
        }
        return Decision.refuse(first, inTheWay);
    }

    private static Rejection reason(House house, int seat) {
        if (!house.seats().isTaken(seat)) {
            return Rejection.SEAT_BLOCKED;
        }
        return house.holds().isSold(house.seats().holder(seat))
                ? Rejection.SEAT_ALREADY_SOLD
                : Rejection.SEAT_ALREADY_HELD;
    }
}
