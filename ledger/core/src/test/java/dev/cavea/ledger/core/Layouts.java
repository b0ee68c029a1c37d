package dev.cavea.ledger.core;

import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Rules.Window;
import java.util.Arrays;
import java.util.List;

/** Houses and rules to test with. */
final class Layouts {

    /** Anyone may hold at any time, 10 seats per hold and buyer, for a minute, no orphan rule. */
    static final Rules EASY =
            new Rules(10, 10, 60_000, 2, false, 0, List.of(always(0), always(1), always(2)));

    private Layouts() {}

    static Window always(int channel) {
        return new Window(channel, 0, Long.MAX_VALUE);
    }

    /** One section, one zone, all seats equally good. */
    static Layout grid(int rows, int seatsPerRow, Area... areas) {
        int seats = rows * seatsPerRow;
        int[] starts = new int[rows];
        Arrays.setAll(starts, row -> row * seatsPerRow);
        char[] qualities = new char[seats];
        Arrays.fill(qualities, (char) 100);
        return new Layout(
                starts,
                new char[rows],
                new byte[seats],
                qualities,
                new byte[seats],
                List.of(areas));
    }

    static Layout withFlag(Layout of, int flag, int... seats) {
        byte[] flags = of.flags().clone();
        for (int seat : seats) {
            flags[seat] |= (byte) flag;
        }
        return new Layout(
                of.rowStarts(), of.rowSections(), of.zones(), of.qualities(), flags, of.areas());
    }

    static Layout withQualities(Layout of, int... qualities) {
        char[] those = of.qualities().clone();
        for (int seat = 0; seat < qualities.length; seat++) {
            those[seat] = (char) qualities[seat];
        }
        return new Layout(
                of.rowStarts(), of.rowSections(), of.zones(), those, of.flags(), of.areas());
    }

    static Layout withZone(Layout of, int zone, int... seats) {
        byte[] zones = of.zones().clone();
        for (int seat : seats) {
            zones[seat] = (byte) zone;
        }
        return new Layout(
                of.rowStarts(), of.rowSections(), zones, of.qualities(), of.flags(), of.areas());
    }

    static Layout withSections(Layout of, int... sections) {
        char[] those = new char[of.rowCount()];
        for (int row = 0; row < those.length; row++) {
            those[row] = (char) sections[row];
        }
        return new Layout(
                of.rowStarts(), those, of.zones(), of.qualities(), of.flags(), of.areas());
    }

    static Rules refusingOrphans(int allowedBelow) {
        return new Rules(10, 100, 60_000, 2, true, allowedBelow, EASY.windows());
    }

    static Rules perBuyer(int most) {
        return new Rules(10, most, 60_000, 2, false, 0, EASY.windows());
    }

    static Rules withWindows(Window... windows) {
        return new Rules(10, 10, 60_000, 2, false, 0, List.of(windows));
    }
}
