package dev.cavea.ledger.raft.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code cluster up [--members 3] | status | kill N | start N | down}, each with {@code --data DIR}
 * for another folder than {@code target/cluster}.
 */
public final class Cluster {

    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseParallelGC");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Cluster() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            run(args);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("cavea: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String[] args) throws IOException, InterruptedException {
        String verb = args.length == 0 ? "" : args[0];
        switch (verb) {
            case "up" -> up(Options.parse(args, 1));
            case "status" -> print(LocalCluster.open(folder(Options.parse(args, 1))));
            case "kill" -> kill(number(args), Options.parse(args, 2));
            case "start" -> start(number(args), Options.parse(args, 2));
            case "down" -> down(Options.parse(args, 1));
            default ->
                    throw new IllegalArgumentException(
                            "which verb? One of: up --members 3, status, kill N, start N, down.");
        }
    }

    private static Path folder(Options options) {
        String data = options.find("data");
        return data == null
                ? Path.of(System.getProperty("cavea.root", "."), "target", "cluster")
                : Path.of(data);
    }

    private static int number(String[] args) {
        if (args.length < 2 || !args[1].matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("which member? A number, from 1.");
        }
        return Integer.parseInt(args[1]);
    }

    private static void up(Options options) throws IOException, InterruptedException {
        LocalCluster cluster =
                LocalCluster.openOrCreate(folder(options), options.number("members", 3));
        for (MemberProcess member : cluster.processes()) {
            member.start(JVM, List.of());
        }
        awaitLeader(cluster);
    }

    private static void start(int number, Options options)
            throws IOException, InterruptedException {
        LocalCluster cluster = LocalCluster.open(folder(options));
        cluster.member(number).start(JVM, List.of());
        awaitLeader(cluster);
    }

    private static void awaitLeader(LocalCluster cluster) throws IOException, InterruptedException {
        if (!cluster.awaitLeader(PATIENCE)) {
            throw new IllegalArgumentException(
                    "no leader within %d s: look into %s"
                            .formatted(PATIENCE.toSeconds(), cluster.member(1).output()));
        }
        print(cluster);
    }

    private static void kill(int number, Options options) throws IOException {
        LocalCluster cluster = LocalCluster.open(folder(options));
        cluster.member(number).kill();
        print(cluster);
    }

    private static void down(Options options) throws IOException {
        LocalCluster cluster = LocalCluster.open(folder(options));
        for (MemberProcess member : cluster.processes()) {
            member.stop();
        }
        print(cluster);
    }

    private static void print(LocalCluster cluster) throws IOException {
        System.out.println("members " + cluster.members());
        for (MemberProcess member : cluster.processes()) {
            String status = member.isRunning() ? member.ask("status").orElse("starting") : "down";
            System.out.println(
                    status.startsWith(member.id()) ? status : member.id() + " " + status);
        }
    }
}
