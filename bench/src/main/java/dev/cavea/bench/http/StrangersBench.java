package dev.cavea.bench.http;

import static java.lang.Double.NaN;

import dev.cavea.bench.Arguments;
import dev.cavea.bench.Results;
import dev.cavea.bench.Results.Figure;
import dev.cavea.bench.http.load.Figures;
import dev.cavea.bench.http.load.Generator;
import dev.cavea.bench.http.load.Pace;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code bench strangers [--json FILE]}: 48 connections without a token that send 55 MB each, over
 * HTTP/1.1 and HTTP/2, while fans hold seats. What matters: nothing fails, health answers, memory
 * stays, and the sale goes on.
 */
public final class StrangersBench {

    private static final int STRANGERS = 48;
    private static final int MEGABYTES = 55;
    private static final int FANS = 64;
    private static final int GUESTS = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final ServerUnderTest server;
    private final Api api;
    private final Results results;

    private StrangersBench(ServerUnderTest server, Api api, Results results) {
        this.server = server;
        this.api = api;
        this.results = results;
    }

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.of(args);
        Path folder = Files.createDirectories(arguments.folder());
        Results results = new Results("./cavea bench strangers " + arguments, folder);
        try (ServerUnderTest server = ServerUnderTest.stopped("--empty");
                Api api = new Api(server.url())) {
            server.start();
            new StrangersBench(server, api, results).run();
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
        Site site = server.signIn(api);
        Site.OnSale event = site.event("Strangers", 100, 100, Map.of("maxSeatsPerBuyer", 100));
        HoldScript holds = HoldScript.of(event, site.guests(GUESTS), 1, false);
        URI url = server.url();
        InetSocketAddress address = new InetSocketAddress(url.getHost(), url.getPort());
        try (Generator fans = new Generator(address, FANS)) {
            fans.connect();
            fans.run(holds, new Pace.Closed(), WARM_UP);
            for (HttpVersion version : List.of(HttpVersion.HTTP_1_1, HttpVersion.HTTP_2)) {
                Figures alone = fans.run(holds, new Pace.Closed(), MEASURED);
                beside(fans, holds, version, alone.perSecond());
            }
        }
    }

    private void beside(Generator fans, HoldScript holds, HttpVersion version, double alone)
            throws IOException, InterruptedException {
        String name = version == HttpVersion.HTTP_2 ? "HTTP/2" : "HTTP/1.1";
        Footprint footprint = new Footprint(server.process());
        double before = footprint.residentMegabytes();
        AtomicBoolean over = new AtomicBoolean();
        try (Strangers strangers = new Strangers(server.url(), version, MEGABYTES)) {
            CompletableFuture<Double> health =
                    CompletableFuture.supplyAsync(() -> worstHealthSeconds(over));
            strangers.come(STRANGERS);
            Figures sale = fans.run(holds, new Pace.Closed(), MEASURED);
            over.set(true);
            double after = footprint.residentMegabytes();
            results.say(name + ": strangers got " + strangers.answers());
            results.add(new Figure(name + ": holds alone", "per s", NaN, NaN), alone);
            results.add(
                    new Figure(name + ": holds beside them", "per s", NaN, NaN), sale.perSecond());
            results.add(
                    new Figure(name + ": of its rate alone", "%", 70, NaN),
                    100 * sale.perSecond() / alone);
            results.add(new Figure(name + ": worst health", "s", 0.5, NaN), health.join());
            results.add(new Figure(name + ": memory before", "MB", NaN, NaN), before);
            results.add(new Figure(name + ": memory grows by", "MB", 150, NaN), after - before);
            results.add(
                    new Figure(name + ": answers 5xx to fans", "", 0, NaN),
                    (double) sale.serverErrors());
        }
    }

    private double worstHealthSeconds(AtomicBoolean over) {
        double worst = 0;
        while (!over.get()) {
            long start = System.nanoTime();
            if (api.get("/health", null).status() != 200) {
                return Double.POSITIVE_INFINITY;
            }
            worst = Math.max(worst, (System.nanoTime() - start) / 1e9);
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return worst;
            }
        }
        return worst;
    }
}
