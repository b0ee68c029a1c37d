package dev.cavea.bench;

import dev.cavea.ledger.client.LedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import java.util.List;

/** A stadium of 80,000 seats in pairs; a pair for each caller, so that nobody is refused. */
final class BenchHouse {

    static final int SEATS = 80_000;
    static final int PAIRS = SEATS / 2;
    private static final int HOUSE = 1;
    private static final int ROW = 40;

    private BenchHouse() {}

    static void open(LedgerClient client) {
        int[] starts = new int[SEATS / ROW];
        for (int row = 0; row < starts.length; row++) {
            starts[row] = row * ROW;
        }
        Layout layout =
                new Layout(
                        starts,
                        new char[starts.length],
                        new byte[SEATS],
                        new char[SEATS],
                        new byte[SEATS],
                        List.of());
        Rules.Window always = new Rules.Window(Rules.PUBLIC, 0, Long.MAX_VALUE);
        Rules rules = new Rules(10, 1_000_000, 600_000, 1, false, 0, List.of(always));
        client.submit(new OpenHouse(HOUSE, layout, rules)).join();
    }

    static HoldSeats hold(long run, int pair, long number) {
        return new HoldSeats(
                HOUSE,
                new HoldId(run, number),
                pair + 1,
                Rules.PUBLIC,
                Seats.of(2 * pair, 2 * pair + 1));
    }

    static ReleaseHold release(long run, int pair, long number) {
        return new ReleaseHold(HOUSE, new HoldId(run, number), pair + 1);
    }

    static void expectAccepted(Answer answer) {
        if (answer instanceof Answer.Rejected rejected) {
            throw new IllegalStateException("rejected: " + rejected);
        }
    }
}
