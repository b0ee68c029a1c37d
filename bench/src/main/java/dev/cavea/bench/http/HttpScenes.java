package dev.cavea.bench.http;

import dev.cavea.bench.http.load.Figures;
import dev.cavea.bench.http.load.Generator;
import dev.cavea.bench.http.load.Pace;
import dev.cavea.bench.http.load.Script;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The four scenes. Each says whether nothing happened that must never happen. */
final class HttpScenes {

    private static final int TOKENS = 400;
    private static final int NO_LIMIT = 1_000_000;
    private static final double HOLD_SHARE = 0.05;
    private static final Duration THINK = Duration.ofSeconds(2);

    private final ServerUnderTest server;
    private final Api api;
    private final Options options;
    private final Report report;

    HttpScenes(ServerUnderTest server, Api api, Options options, Report report) {
        this.server = server;
        this.api = api;
        this.options = options;
        this.report = report;
    }

    /** A mix of wins and refusals: the seats come back by themselves after a second. */
    boolean holds() throws IOException {
        int connections = options.number("connections", 256);
        boolean keys = options.text("keys", "off").equals("on");
        Site site = server.signIn(api);
        Site.OnSale event = site.event("Holds", 200, 250, rules(1));
        Script script = HoldScript.of(event, site.guests(TOKENS), 2, keys);
        Report.Bench bench =
                report.bench(
                        "holds",
                        "POST holds of 1-2 seats, %,d connections, %d tokens, 50,000 seats%s"
                                .formatted(connections, TOKENS, keys ? ", keyed" : ""));
        boolean clean = true;
        try (Generator generator = generator(connections)) {
            generator.run(script, new Pace.Closed(), warmup());
            for (int run = 1; run <= runs(); run++) {
                Figures figures = generator.run(script, new Pace.Closed(), seconds(10));
                bench.run(Integer.toString(run), figures, wins(figures));
                clean &= isClean(figures);
            }
        }
        bench.median();
        return clean;
    }

    /** Everybody wants the same hundred seats; afterwards exactly those are taken, once each. */
    boolean crash() throws IOException {
        int connections = options.number("connections", 2_000);
        Site site = server.signIn(api);
        List<String> tokens = site.guests(TOKENS);
        Report.Bench bench =
                report.bench(
                        "crash",
                        "%,d connections, %d tokens, 100 seats, one seat a request"
                                .formatted(connections, TOKENS));
        boolean clean = true;
        try (Generator generator = generator(connections)) {
            Site.OnSale before = site.event("Warm-up", 10, 10, rules(600));
            generator.run(HoldScript.of(before, tokens, 1, false), new Pace.Closed(), warmup());
            for (int run = 1; run <= runs(); run++) {
                Site.OnSale event = site.event("Crash " + run, 10, 10, rules(600));
                Script script = HoldScript.of(event, tokens, 1, false);
                Figures figures = generator.run(script, new Pace.Closed(), seconds(40));
                int taken = site.taken(event.id());
                bench.run(
                        Integer.toString(run),
                        figures,
                        Map.of("taken", taken, "note", "taken " + taken + " of 100"));
                clean &= taken == 100 && figures.count(201) == 100 && isClean(figures);
            }
        }
        bench.median();
        return clean;
    }

    /** From the first second after a start; the generator itself is warm already. */
    boolean cold() throws IOException {
        if (!server.isOwn()) {
            throw new Stop("the cold bench starts the server itself: leave --url out");
        }
        int rate = options.number("rate", 5_000);
        Site site = server.signIn(api);
        Site.OnSale event = site.event("Cold", 200, 250, rules(1));
        List<String> tokens = site.guests(TOKENS);
        Script script = HoldScript.of(event, tokens, 2, false);
        Report.Bench bench =
                report.bench(
                        "cold",
                        "%,d requests/s offered on 256 connections from the moment the server is"
                                        .formatted(rate)
                                + " ready; the first 5 s");
        try (Generator generator = generator(256)) {
            generator.run(script, new Pace.Open(rate), warmup());
        }
        boolean clean = true;
        for (int run = 1; run <= runs(); run++) {
            server.stop();
            server.start();
            try (Generator generator = generator(256)) {
                Figures figures = generator.run(script, new Pace.Open(rate), seconds(5));
                bench.run(Integer.toString(run), figures, wins(figures));
                clean &= isClean(figures);
            }
        }
        bench.median();
        return clean;
    }

    /** Many watchers who look every two seconds, and some who hold. */
    boolean think() throws IOException {
        int connections = options.number("connections", 10_000);
        Site site = server.signIn(api);
        Site.OnSale event = site.event("Think", 100, 120, rules(10));
        Script hold = HoldScript.of(event, site.guests(TOKENS), 2, false);
        Script script = new LookScript(event, hold, HOLD_SHARE);
        Pace pace = new Pace.Think(THINK.toNanos());
        Report.Bench bench =
                report.bench(
                        "think",
                        "%,d connections, each every 2 s: the compact map of 12,000 seats, 5 %% a"
                                        .formatted(connections)
                                + " hold of 1-2 seats");
        boolean clean = true;
        try (Generator generator = generator(connections)) {
            generator.run(script, pace, warmup());
            for (int run = 1; run <= runs(); run++) {
                Figures figures = generator.run(script, pace, seconds(15));
                long kilobytes = Math.round(figures.bytesPerSecond() / 1_000);
                bench.run(Integer.toString(run), figures, Map.of("kilobytesPerSecond", kilobytes));
                clean &= isClean(figures);
            }
        }
        bench.median();
        return clean;
    }

    private static Map<String, Object> rules(int holdSeconds) {
        return Map.of("maxSeatsPerBuyer", NO_LIMIT, "holdSeconds", holdSeconds);
    }

    private static Map<String, Object> wins(Figures figures) {
        double share = 100.0 * figures.count(201) / Math.max(1, figures.answers());
        return Map.of(
                "winsPercent",
                Math.round(share * 10) / 10.0,
                "note",
                "%.1f %% wins".formatted(share));
    }

    private static boolean isClean(Figures figures) {
        return figures.serverErrors() == 0 && figures.failed() == 0 && figures.answers() > 0;
    }

    private Generator generator(int connections) throws IOException {
        URI url = server.url();
        Generator generator =
                new Generator(new InetSocketAddress(url.getHost(), url.getPort()), connections);
        generator.connect();
        return generator;
    }

    private int runs() {
        return options.number("runs", 3);
    }

    private Duration warmup() {
        return Duration.ofSeconds(options.number("warmup", 20));
    }

    private Duration seconds(int otherwise) {
        return Duration.ofSeconds(options.number("seconds", otherwise));
    }
}
