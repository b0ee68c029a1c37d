package dev.cavea.ledger.simulator;

import dev.cavea.ledger.core.LedgerBroken;
import dev.cavea.ledger.simulator.audit.Violation;
import java.io.PrintStream;

/** Runs the seeded world. The same seed gives the same run, to the last bit. */
public final class Simulate {

    private Simulate() {}

    public static void main(String[] args) {
        System.exit(run(RealLedger.maker(), System.out, args));
    }

    /** 0 if every guarantee held, 1 if one did not, 2 if the options make no sense. */
    public static int run(Subject.Maker maker, PrintStream out, String... args) {
        Settings settings;
        try {
            settings = Settings.of(args);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 2;
        }
        out.println("seed " + settings.seed());
        World world = new World(maker, settings);
        try {
            long hash = world.run(settings.steps());
            out.printf(
                    "%,d steps, %,d commands, %,d events: every guarantee held%n",
                    settings.steps(), world.commands(), world.events());
            out.printf("hash %016x%n", hash);
            return 0;
        } catch (Violation | LedgerBroken e) {
            out.printf(
                    "violation at step %d of seed %d: %s%n",
                    world.step(),
                    settings.seed(),
                    String.valueOf(e.getMessage()).replace('\n', ' '));
            return 1;
        }
    }
}
