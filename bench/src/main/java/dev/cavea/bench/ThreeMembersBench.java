package dev.cavea.bench;

import dev.cavea.bench.HoldLoad.Outcome;
import dev.cavea.bench.Results.Figure;
import dev.cavea.ledger.client.ClientSettings;
import dev.cavea.ledger.client.PackingLedgerClient;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.raft.cluster.LocalCluster;
import dev.cavea.ledger.raft.cluster.MemberProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Three members, each a process on this machine; the callers in a fourth. */
final class ThreeMembersBench {

    private static final List<String> JVM = List.of("-Xmx700m", "-XX:+UseParallelGC");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CALLERS = 1_000;
    private static final int RUNS = 3;
    private static final int KILLS = 7;
    private static final int WARM_SECONDS = 20;

    private ThreeMembersBench() {}

    static void speed(Results results, Path folder, int seconds) throws Exception {
        LocalCluster cluster = up(folder);
        try (PackingLedgerClient client = client(cluster)) {
            BenchHouse.open(client);
            HoldLoad load = new HoldLoad(client);
            load.closed(CALLERS, WARM_SECONDS);
            double[] rates = new double[RUNS];
            double[] latencies = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                Outcome outcome = load.closed(CALLERS, seconds);
                rates[run] = outcome.perSecond();
                latencies[run] = outcome.p50();
            }
            // Its term tells whether the leader stayed the same under load.
            results.say(cluster.member(1).ask("status").orElse("no status"));
            results.add(
                    new Figure("three members, 1,000 callers", "decisions/s", 60_000, 150_000),
                    rates);
            results.add(
                    new Figure("three members, 1,000 callers, p50", "ms", Double.NaN, Double.NaN),
                    latencies);
        } finally {
            down(cluster);
        }
    }

    /** The leader is killed under load; how long until somebody gets an answer again. */
    static void failover(Results results, Path folder) throws Exception {
        LocalCluster cluster = up(folder);
        try (PackingLedgerClient client = client(cluster);
                Knocker knocker = new Knocker(client)) {
            BenchHouse.open(client);
            knocker.start();
            double[] silences = new double[KILLS];
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(2_000);
                awaitLeader(cluster);
                MemberProcess leader = cluster.leader().orElseThrow();
                leader.kill();
                silences[kill] = knocker.secondsToNextAnswer();
                leader.start(JVM, List.of());
            }
            results.add(new Figure("leader killed, to the next answer", "s", 2.5, 1.2), silences);
        } finally {
            down(cluster);
        }
    }

    private static PackingLedgerClient client(LocalCluster cluster) {
        return PackingLedgerClient.remote(
                cluster.members(),
                ClientSettings.DEFAULTS
                        .withDeadline(Duration.ofSeconds(30))
                        .withAttemptTimeout(Duration.ofMillis(500)),
                null);
    }

    private static LocalCluster up(Path folder) throws IOException, InterruptedException {
        LocalCluster cluster = LocalCluster.openOrCreate(folder, 3);
        for (MemberProcess member : cluster.processes()) {
            member.start(JVM, List.of());
        }
        awaitLeader(cluster);
        return cluster;
    }

    private static void awaitLeader(LocalCluster cluster) throws InterruptedException {
        if (!cluster.awaitLeader(PATIENCE)) {
            throw new IllegalStateException("no leader");
        }
    }

    private static void down(LocalCluster cluster) throws IOException {
        for (MemberProcess member : cluster.processes()) {
            member.kill();
        }
    }

    /** Twenty callers who never stop; remembers when the last answer came. */
    private static final class Knocker implements AutoCloseable {

        private final PackingLedgerClient client;
        private final AtomicLong answers = new AtomicLong();
        private volatile boolean closed;

        Knocker(PackingLedgerClient client) {
            this.client = client;
        }

        void start() {
            for (int caller = 0; caller < 20; caller++) {
                int pair = caller;
                var _ = Thread.ofVirtual().start(() -> knock(pair));
            }
        }

        private void knock(int pair) {
            for (long number = 1; !closed; number++) {
                long hold = (long) pair << 32 | number;
                ask(BenchHouse.hold(1, pair, hold));
                ask(BenchHouse.release(1, pair, hold));
            }
        }

        private void ask(Command command) {
            client.submit(command)
                    .handle((answer, _) -> answer == null ? 0 : answers.incrementAndGet())
                    .join();
        }

        double secondsToNextAnswer() throws InterruptedException {
            long start = System.nanoTime();
            // Answers that were on their way when the leader died do not count.
            Thread.sleep(50);
            long before = answers.get();
            while (answers.get() == before) {
                Thread.sleep(1);
            }
            return (System.nanoTime() - start) / 1e9;
        }

        /** Who still waits for an answer is answered when the client closes. */
        @Override
        public void close() {
            closed = true;
        }
    }
}
