package dev.cavea.platform.catalogue.internal.generate;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.platform.catalogue.internal.plan.Spot;
import java.util.ArrayList;
import java.util.List;

/** A row as a generator draws it: whole units, so that documents stay small. */
final class DrawnRow {

    private final String label;
    private final List<Spot> spots = new ArrayList<>();
    private final List<Integer> flags = new ArrayList<>();

    DrawnRow(String label) {
        this.label = label;
    }

    void add(double x, double y, int flag) {
        spots.add(new Spot(Math.round(x), Math.round(y)));
        flags.add(flag);
    }

    DrawnRow moved(double dx, double dy) {
        DrawnRow moved = new DrawnRow(label);
        for (int seat = 0; seat < size(); seat++) {
            moved.add(spots.get(seat).x() + dx, spots.get(seat).y() + dy, flags.get(seat));
        }
        return moved;
    }

    String label() {
        return label;
    }

    int size() {
        return spots.size();
    }

    Spot spot(int seat) {
        return spots.get(seat);
    }

    int flags(int seat) {
        return flags.get(seat);
    }

    /**
     * Makes the seat a wheelchair place and the next one towards {@code companion} its companion's.
     * False when one of them is taken for that already.
     */
    boolean wheelchair(int seat, int companion) {
        int special = Layout.ACCESSIBLE | Layout.COMPANION;
        if (((flags.get(seat) | flags.get(companion)) & special) != 0) {
            return false;
        }
        flags.set(seat, flags.get(seat) | Layout.ACCESSIBLE);
        flags.set(companion, flags.get(companion) | Layout.COMPANION);
        return true;
    }
}
