package dev.cavea.bench;

import dev.cavea.bench.Results.Figure;
import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.raft.cluster.LocalCluster;
import dev.cavea.ledger.raft.cluster.MemberProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * {@code bench recovery [--commands N] [--json FILE] [--data DIR]}: five million commands, kill -9,
 * and the time from the start of the process to its first answer; with snapshots as they are
 * usually written, and without any.
 */
public final class RecoveryBench {

    private static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseParallelGC");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RUNS = 3;
    private static final int IN_HAND = 20_000;

    private final Results results;
    private final int commands;

    private RecoveryBench(Results results, int commands) {
        this.results = results;
        this.commands = commands;
    }

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        Path folder = Files.createDirectories(arguments.folder());
        Results results = new Results("./cavea bench recovery " + arguments, folder);
        int commands = arguments.number("--commands", 5_000_000);
        RecoveryBench bench = new RecoveryBench(results, commands);
        bench.run(Folders.fresh(folder, "recovery"), List.of(), new Wanted("with", 3, 1.5));
        bench.run(
                Folders.fresh(folder, "recovery"),
                List.of("--snapshots", "never"),
                new Wanted("without", 8, Double.NaN));
        if (arguments.json().isPresent()) {
            results.writeTo(arguments.json().get());
        }
        System.exit(0);
    }

    private record Wanted(String snapshot, double atLeast, double aim) {}

    private void run(Path folder, List<String> options, Wanted wanted) throws Exception {
        LocalCluster cluster = LocalCluster.openOrCreate(folder, 1);
        MemberProcess member = cluster.member(1);
        try {
            member.start(JVM, options);
            awaitReady(cluster);
            fill(cluster);
            double[] seconds = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                member.kill();
                seconds[run] = secondsToFirstAnswer(cluster, options, run);
            }
            results.say(member.ask("status").orElse("no status"));
            results.add(
                    new Figure(
                            "recovery of %,d commands, %s snapshot"
                                    .formatted(commands, wanted.snapshot),
                            "s",
                            wanted.atLeast,
                            wanted.aim),
                    seconds);
        } finally {
            member.kill();
            Folders.delete(folder);
        }
    }

    /** Holds and releases in turn, from one caller with many commands in hand. */
    private void fill(LocalCluster cluster) {
        try (PackingLedgerClient client = client(cluster)) {
            BenchHouse.open(client);
            for (int done = 0; done < commands; ) {
                List<CompletableFuture<Answer>> hands = new ArrayList<>(IN_HAND);
                for (int pair = 0; pair < IN_HAND / 2; pair++) {
                    hands.add(client.submit(BenchHouse.hold(done, pair, pair)));
                    hands.add(client.submit(BenchHouse.release(done, pair, pair)));
                }
                hands.forEach(answer -> BenchHouse.expectAccepted(answer.join()));
                done += hands.size();
            }
        }
    }

    /** With a new client, which tries until there is an answer. */
    private static double secondsToFirstAnswer(LocalCluster cluster, List<String> options, int run)
            throws IOException {
        try (PackingLedgerClient client = client(cluster)) {
            long start = System.nanoTime();
            cluster.member(1).start(JVM, options);
            BenchHouse.expectAccepted(
                    client.submit(BenchHouse.hold(-1, BenchHouse.PAIRS - 1 - run, run)).join());
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void awaitReady(LocalCluster cluster) throws InterruptedException, IOException {
        if (!cluster.awaitLeader(PATIENCE)) {
            throw new IllegalStateException("not ready: " + cluster.member(1).output());
        }
    }

    private static PackingLedgerClient client(LocalCluster cluster) {
        return PackingLedgerClient.remote(
                cluster.members(),
                ClientSettings.DEFAULTS.withDeadline(Duration.ofMinutes(1)),
                null);
    }
}
