package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Rules.Window;
import java.util.List;
import java.util.Random;

/** Small houses of all kinds, so that buyers collide. */
final class Venues {

    private static final int SEAT_KINDS = 40;

    private Venues() {}

    static OpenHouse house(long number, Random random) {
        return new OpenHouse(number, layout(random), rules(random));
    }

    private static Layout layout(Random random) {
        int rows = 2 + random.nextInt(8);
        int[] starts = new int[rows];
        char[] sections = new char[rows];
        int seats = 0;
        for (int row = 0; row < rows; row++) {
            starts[row] = seats;
            sections[row] = (char) (row * 3 / rows);
            seats += 3 + random.nextInt(12);
        }
        byte[] zones = new byte[seats];
        char[] qualities = new char[seats];
        byte[] flags = new byte[seats];
        for (int seat = 0; seat < seats; seat++) {
            zones[seat] = (byte) (seat * 2 / seats);
            qualities[seat] = (char) random.nextInt(1 + random.nextInt(1_000));
            flags[seat] = flags(random.nextInt(SEAT_KINDS));
        }
        List<Area> areas = List.of(new Area(1 + random.nextInt(40), 0), new Area(5, 1));
        return new Layout(starts, sections, zones, qualities, flags, areas);
    }

    private static byte flags(int kind) {
        return (byte)
                switch (kind) {
                    case 0 -> Layout.ACCESSIBLE;
                    case 1 -> Layout.COMPANION;
                    case 2, 3, 4 -> Layout.AISLE_BEFORE;
                    case 5 -> Layout.ACCESSIBLE | Layout.AISLE_BEFORE;
                    case 6 -> Layout.MEETS_NEXT_ROW;
                    case 7 -> Layout.MEETS_ROW_BEFORE;
                    case 8 -> Layout.APART_FROM_ROW_BEFORE;
                    default -> 0;
                };
    }

    static Rules rules(Random random) {
        long closes = random.nextInt(4) == 0 ? 2_000_000 : Long.MAX_VALUE;
        return new Rules(
                2 + random.nextInt(8),
                4 + random.nextInt(20),
                1_000 + random.nextInt(120_000),
                random.nextInt(3),
                random.nextBoolean(),
                random.nextInt(10),
                List.of(
                        new Window(Rules.PUBLIC, 0, Long.MAX_VALUE),
                        new Window(1, 0, Long.MAX_VALUE),
                        new Window(2, 0, closes)));
    }
}
