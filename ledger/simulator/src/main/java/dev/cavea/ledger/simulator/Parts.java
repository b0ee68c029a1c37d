package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import java.util.stream.IntStream;

/** What is left of places. */
final class Parts {

    private Parts() {}

    static Places without(Places all, Places some) {
        if (all instanceof Places.Standing(int area, int had)
                && some instanceof Places.Standing(int _, int back)) {
            return new Places.Standing(area, Math.max(0, had - back));
        }
        if (all instanceof Places.Seated(Seats has) && some instanceof Places.Seated(Seats back)) {
            return Places.seats(
                    IntStream.of(has.toArray()).filter(seat -> !back.contains(seat)).toArray());
        }
        return all;
    }

    static Places moved(Places all, Seats from, Seats to) {
        return all instanceof Places.Seated(Seats has)
                ? Places.seats(
                        IntStream.of(has.toArray()).map(seat -> moved(seat, from, to)).toArray())
                : all;
    }

    private static int moved(int seat, Seats from, Seats to) {
        for (int i = 0; i < from.count(); i++) {
            if (from.get(i) == seat) {
                return to.get(i);
            }
        }
        return seat;
    }
}
