package dev.cavea.bench.http;

import static java.lang.Double.NaN;

import dev.cavea.bench.Arguments;
import dev.cavea.bench.Results;
import dev.cavea.bench.Results.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code bench start [--json FILE]}: from the command to the first seat that somebody holds, at the
 * first start and at later ones, with the demo programme; then what the server needs while nobody
 * comes.
 */
public final class StartBench {

    private static final int RUNS = 3;
    private static final Duration SETTLE = Duration.ofSeconds(45);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final ServerUnderTest server;
    private final Api api;
    private final Results results;

    private StartBench(ServerUnderTest server, Api api, Results results) {
        this.server = server;
        this.api = api;
        this.results = results;
    }

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        Results results =
                new Results(
                        "./cavea bench start " + arguments,
                        Files.createDirectories(arguments.folder()));
        try (ServerUnderTest server = ServerUnderTest.stopped("--demo");
                Api api = new Api(server.url())) {
            new StartBench(server, api, results).run();
        } catch (Stop stop) {
            System.err.println("cavea: " + stop.getMessage());
            System.exit(1);
        }
        if (arguments.json().isPresent()) {
            results.writeTo(arguments.json().get());
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        server.launch();
        String event = await(this::firstEvent);
        String guest = Site.guest(api);
        await(() -> hold(event, guest));
        results.add(new Figure("first start, to the first seat held", "s", NaN, NaN), since(start));
        double[] later = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            Thread.sleep(IDLE);
            server.stop();
            long again = System.nanoTime();
            server.launch();
            await(() -> hold(event, guest));
            later[run] = since(again);
        }
        results.add(new Figure("second start, to the first seat held", "s", 4, 2.2), later);
        idle();
    }

    private void idle() throws IOException, InterruptedException {
        Thread.sleep(SETTLE);
        Footprint footprint = new Footprint(server.process());
        double[] share = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long before = footprint.cpuMillis();
            Thread.sleep(IDLE);
            share[run] = 100.0 * (footprint.cpuMillis() - before) / IDLE.toMillis();
        }
        results.add(new Figure("idle, JVM and PostgreSQL", "% of a core", 3, 1.5), share);
        results.add(
                new Figure("resident: JVM, and PostgreSQL's share", "MB", 600, 350),
                footprint.residentMegabytes());
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    /** Null as long as there is none. */
    private @Nullable String firstEvent() {
        var items = api.get("/api/v1/events?limit=1", null).body().path("items");
        return items.isEmpty() ? null : items.get(0).path("id").asText();
    }

    /** Whichever seat is best: a simulated crowd may have taken any. */
    private @Nullable String hold(String event, String guest) {
        Map<String, Object> wish = Map.of("best", Map.of("count", 1));
        Api.Reply reply = api.post("/api/v1/events/" + event + "/holds", guest, wish);
        return reply.status() == 201 ? reply.body().path("holdId").asText() : null;
    }

    @FunctionalInterface
    private interface Attempt {
        @Nullable String get();
    }

    /** Until the server is there and gives what is wanted. */
    private static String await(Attempt attempt) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String got = tried(attempt);
            if (got != null) {
                return got;
            }
            if (System.nanoTime() > end) {
                throw new Stop("the server sells nothing within " + PATIENCE);
            }
            Thread.sleep(GLANCE);
        }
    }

    private static @Nullable String tried(Attempt attempt) {
        try {
            return attempt.get();
        } catch (Stop notYet) {
            return null;
        }
    }
}
