package dev.cavea.bench;

import static java.lang.Double.NaN;

import dev.cavea.bench.HoldLoad.Outcome;
import dev.cavea.bench.Results.Figure;
import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.Members;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.raft.LedgerNode;
import dev.cavea.ledger.raft.LedgerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code bench ledger [core] [one] [instead] [three] [failover] [--json FILE] [--data DIR] [--warm
 * SECONDS] [--seconds SECONDS]}: decisions a second through the client, each on disk before its
 * answer.
 */
public final class LedgerBench {

    private static final List<String> PARTS =
            List.of("core", "one", "instead", "three", "failover");
    private static final int RUNS = 3;
    private static final int CALLERS = 1_000;

    private final Arguments arguments;
    private final Results results;
    private final int seconds;

    private LedgerBench(Arguments arguments, Results results) {
        this.arguments = arguments;
        this.results = results;
        this.seconds = arguments.number("--seconds", 5);
    }

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        Path folder = Files.createDirectories(arguments.folder());
        Results results = new Results("./cavea bench ledger " + arguments, folder);
        new LedgerBench(arguments, results).run(folder);
        if (arguments.json().isPresent()) {
            results.writeTo(arguments.json().get());
        }
        System.exit(0);
    }

    private void run(Path folder) throws Exception {
        if (arguments.wants("core", PARTS)) {
            CoreBench.run(results);
        }
        if (arguments.wants("one", PARTS)) {
            one(Folders.fresh(folder, "one"));
        }
        if (arguments.wants("instead", PARTS)) {
            instead(Folders.fresh(folder, "instead"));
        }
        if (arguments.wants("three", PARTS)) {
            ThreeMembersBench.speed(results, Folders.fresh(folder, "three"), seconds);
        }
        if (arguments.wants("failover", PARTS)) {
            ThreeMembersBench.failover(results, Folders.fresh(folder, "failover"));
        }
    }

    private void one(Path folder) throws IOException, InterruptedException {
        LedgerSettings settings =
                LedgerSettings.of("m1", Members.one("m1", Folders.freePort()), folder);
        try (LedgerNode node = LedgerNode.start(settings);
                PackingLedgerClient client =
                        PackingLedgerClient.inProcess(node, clientSettings(arguments))) {
            if (!node.awaitReady(Duration.ofSeconds(30))) {
                throw new IllegalStateException("not ready: " + node.status());
            }
            BenchHouse.open(client);
            HoldLoad load = new HoldLoad(client);
            load.closed(CALLERS, arguments.number("--warm", 20));
            List<Outcome> crowd = runs(() -> load.closed(CALLERS, seconds));
            results.add(
                    new Figure("one member, 1,000 callers", "decisions/s", 250_000, 500_000),
                    crowd.stream().mapToDouble(Outcome::perSecond).toArray());
            latency("one member, 1,000 callers, p50", crowd, NaN, NaN);
            List<Outcome> steady = runs(() -> load.open(10_000, seconds));
            results.add(
                    new Figure("one member, 10,000/s offered, p99", "ms", 20, 8),
                    steady.stream().mapToDouble(Outcome::p99).toArray());
            List<Outcome> alone = runs(() -> load.closed(1, seconds));
            latency("one member, one caller alone, p50", alone, 0.6, 0.35);
        }
    }

    private void instead(Path folder) throws SQLException {
        try (TableInstead table = TableInstead.open(folder)) {
            HoldLoad load = new HoldLoad(table);
            load.closed(CALLERS, seconds);
            List<Outcome> crowd = runs(() -> load.closed(CALLERS, seconds));
            results.add(
                    new Figure(
                            "instead, rows of PostgreSQL, 1,000 callers", "decisions/s", NaN, NaN),
                    crowd.stream().mapToDouble(Outcome::perSecond).toArray());
            results.add(
                    new Figure("instead, rows of PostgreSQL, 1,000 callers, p99", "ms", NaN, NaN),
                    crowd.stream().mapToDouble(Outcome::p99).toArray());
            latency(
                    "instead, one caller alone, p50",
                    runs(() -> load.closed(1, seconds)),
                    NaN,
                    NaN);
        }
    }

    private void latency(String name, List<Outcome> runs, double atLeast, double aim) {
        results.add(
                new Figure(name, "ms", atLeast, aim),
                runs.stream().mapToDouble(Outcome::p50).toArray());
    }

    private static List<Outcome> runs(Supplier<Outcome> run) {
        Outcome[] outcomes = new Outcome[RUNS];
        Arrays.setAll(outcomes, _ -> run.get());
        return List.of(outcomes);
    }

    /** {@code --flight} and {@code --linger} try other settings than the usual ones. */
    static ClientSettings clientSettings(Arguments arguments) {
        ClientSettings usual = ClientSettings.DEFAULTS;
        return usual.withPacksInFlight(
                arguments.number("--flight", usual.packsInFlight()),
                Duration.ofNanos(
                        1_000L
                                * arguments.number(
                                        "--linger", (int) (usual.linger().toNanos() / 1_000))));
    }
}
