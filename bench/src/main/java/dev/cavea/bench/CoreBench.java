package dev.cavea.bench;

import static java.lang.Double.NaN;

import dev.cavea.bench.Results.Figure;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.EventSink;
import dev.cavea.ledger.core.Ledger;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.HoldBest;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.command.ReleaseHold;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Rules.Window;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.house.Wish;
import java.util.Arrays;
import java.util.List;

/** The core alone, on one thread: no log, no disk, no other callers. */
final class CoreBench {

    private static final String UNIT = "decisions/s";
    private static final int ROWS = 2_000;
    private static final int SEATS_PER_ROW = 40;
    private static final int SEATS = ROWS * SEATS_PER_ROW;
    private static final int HOUSE = 1;
    private static final int PAIRS = SEATS / 2;
    private static final int RUNS = 3;

    private final Ledger ledger = new Ledger();
    private long told;

    private CoreBench() {
        Rules rules =
                new Rules(
                        10,
                        10,
                        600_000,
                        1,
                        false,
                        0,
                        List.of(new Window(Rules.PUBLIC, 0, Long.MAX_VALUE)));
        ledger.advanceTo(1, EventSink.NONE);
        ledger.execute(new OpenHouse(HOUSE, stadium(), rules), EventSink.NONE);
    }

    static void run(Results results) {
        results.add(
                new Figure("core alone, 80,000 seats: hold 2, release", UNIT, 3_000_000, 6_000_000),
                holdAndRelease());
        results.add(
                new Figure("core alone, 80,000 seats: best 2, sell", UNIT, NaN, NaN),
                bestUntilFull());
    }

    /** In an order in which neighbours follow each other neither in time nor in memory. */
    private static double[] holdAndRelease() {
        Command[] commands = new Command[2 * PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            int seat = (int) (i * 7_919L % PAIRS) * 2;
            HoldId id = new HoldId(i * 0x9e3779b97f4a7c15L, i);
            commands[2 * i] =
                    new HoldSeats(HOUSE, id, i + 1, Rules.PUBLIC, Seats.of(seat, seat + 1));
            commands[2 * i + 1] = new ReleaseHold(HOUSE, id, i + 1);
        }
        CoreBench bench = new CoreBench();
        bench.repeat(commands, 2_000_000_000L);
        double[] runs = new double[RUNS];
        Arrays.setAll(runs, _ -> bench.repeat(commands, 2_000_000_000L));
        return runs;
    }

    private double repeat(Command[] commands, long nanos) {
        long decisions = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            for (Command command : commands) {
                expectAccepted(ledger.execute(command, (position, _, _) -> told = position));
            }
            decisions += commands.length;
        }
        return decisions * 1e9 / (System.nanoTime() - start);
    }

    private static double[] bestUntilFull() {
        double[] runs = new double[RUNS];
        sellOut();
        Arrays.setAll(runs, _ -> sellOut());
        return runs;
    }

    private static double sellOut() {
        CoreBench bench = new CoreBench();
        long start = System.nanoTime();
        for (int i = 0; i < PAIRS; i++) {
            HoldId id = new HoldId(i * 0x9e3779b97f4a7c15L, i);
            Command best = new HoldBest(HOUSE, id, i + 1, Rules.PUBLIC, Wish.of(2));
            expectAccepted(bench.ledger.execute(best, EventSink.NONE));
            expectAccepted(bench.ledger.execute(new SellHold(HOUSE, id), EventSink.NONE));
        }
        return 2e9 * PAIRS / (System.nanoTime() - start);
    }

    private static void expectAccepted(Answer answer) {
        if (answer instanceof Answer.Rejected rejected) {
            throw new IllegalStateException("rejected: " + rejected);
        }
    }

    /**
     * Rows one behind the other in twenty sections; the best seats are in front and in the middle.
     */
    private static Layout stadium() {
        int[] starts = new int[ROWS];
        char[] sections = new char[ROWS];
        char[] qualities = new char[SEATS];
        for (int row = 0; row < ROWS; row++) {
            starts[row] = row * SEATS_PER_ROW;
            sections[row] = (char) (row / 100);
            for (int i = 0; i < SEATS_PER_ROW; i++) {
                int aside = Math.abs(2 * i - SEATS_PER_ROW + 1);
                qualities[starts[row] + i] = (char) (60_000 - row % 100 * 400 - aside * 100);
            }
        }
        return new Layout(starts, sections, new byte[SEATS], qualities, new byte[SEATS], List.of());
    }
}
