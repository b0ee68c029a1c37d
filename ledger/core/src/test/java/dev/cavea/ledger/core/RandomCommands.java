package dev.cavea.ledger.core;

import dev.cavea.ledger.core.command.BlockSeats;
import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.command.CloseHouse;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.ExtendHold;
import dev.cavea.ledger.core.command.HoldBest;
import dev.cavea.ledger.core.command.HoldCapacity;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.MoveSeats;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.command.PinHold;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.command.ReturnSeats;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.ledger.core.command.UnblockSeats;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.house.Wish;
import java.util.Random;

/** Commands that often collide: few houses, few seats, few ids. One seed, one sequence. */
final class RandomCommands {

    private static final int HOUSES = 3;
    private static final int ROWS = 6;
    private static final int SEATS_PER_ROW = 8;
    private static final int IDS = 60;
    private static final int BUYERS = 12;

    private final Random random;

    RandomCommands(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    Command next() {
        long house = 1L + below(HOUSES);
        HoldId id = new HoldId(below(2), below(IDS));
        return switch (below(40)) {
            case 0, 1 -> new OpenHouse(house, layout(house), rules());
            case 2 -> new ChangeRules(house, rules());
            case 3 -> below(200) == 0 ? new CloseHouse(house) : new SellHold(house, id);
            case 4, 5 -> new BlockSeats(house, below(4), places());
            case 6 -> new UnblockSeats(house, below(4), places());
            case 7, 8, 9 -> new ExtendHold(house, id, below(BUYERS));
            case 10, 11, 12 -> new ReleaseHold(house, id, below(BUYERS));
            case 13, 14 -> new ReleaseHold(house, id, 0);
            case 15, 16, 17 -> new PinHold(house, id, (long) below(20) * below(20_000));
            case 18, 19, 20, 21 -> new SellHold(house, id);
            case 22, 23, 24 -> new ReturnSeats(house, id, below(3), places());
            case 25, 26 -> new MoveSeats(house, id, seats(1 + below(2)), seats(1 + below(2)));
            case 27, 28, 29 ->
                    new HoldCapacity(house, id, below(BUYERS), below(3), below(2), 1 + below(5));
            case 30, 31, 32, 33 -> new HoldBest(house, id, below(BUYERS), below(3), wish());
            default -> new HoldSeats(house, id, below(BUYERS), below(3), seats(1 + below(4)));
        };
    }

    private Wish wish() {
        long zones = below(3) == 0 ? 1L << below(2) : Wish.ANY_ZONE;
        int section = below(3) == 0 ? below(3) : Wish.ANY_SECTION;
        return new Wish(1 + below(9), zones, section, below(6) == 0, below(3) == 0);
    }

    private Places places() {
        return below(4) == 0
                ? new Places.Standing(below(2), 1 + below(4))
                : new Places.Seated(seats(1 + below(3)));
    }

    private Seats seats(int count) {
        int[] seats = new int[count];
        int first = below(ROWS * SEATS_PER_ROW);
        for (int i = 0; i < count; i++) {
            seats[i] = below(10) == 0 ? below(ROWS * SEATS_PER_ROW + 1) : first + i;
        }
        return Seats.of(seats);
    }

    private Layout layout(long house) {
        Layout grid = Layouts.grid(ROWS, SEATS_PER_ROW, new Area(20, 0), new Area(5, 1));
        Layout aisled = Layouts.withFlag(grid, Layout.AISLE_BEFORE, 4, 12, 30);
        Layout wheeled = Layouts.withFlag(aisled, Layout.ACCESSIBLE, 16, 19);
        Layout kept = Layouts.withFlag(wheeled, Layout.COMPANION, 17, 20);
        Layout zoned = Layouts.withZone(kept, 1, 0, 1, 2, 3, 4, 5, 6, 7);
        return Layouts.withSections(zoned, 0, 0, 0, 1, 1, (int) house);
    }

    private Rules rules() {
        return new Rules(
                1 + below(10),
                4 + below(20),
                1 + below(60_000),
                below(3),
                below(2) == 0,
                below(12),
                Layouts.EASY.windows());
    }
}
