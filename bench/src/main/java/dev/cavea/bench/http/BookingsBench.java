package dev.cavea.bench.http;

import dev.cavea.bench.http.load.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code ./cavea bench bookings [--buyers 64] [--seconds 10] [--json FILE]}: complete bookings,
 * each from the hold to the confirmation, by buyers who do nothing else. With a server of its own
 * it also counts the transactions that PostgreSQL made for each.
 */
public final class BookingsBench {

    private static final Set<String> OPTIONS =
            Set.of(
                    "url",
                    "admin-email",
                    "admin-password",
                    "json",
                    "buyers",
                    "seconds",
                    "warmup",
                    "runs");
    private static final int ROWS = 400;
    private static final int SEATS_PER_ROW = 250;
    private static final int CREATED = 201;
    private static final int LONGEST = 120;

    private final Api api;
    private final Options options;
    private final Report report;
    private final List<String> tokens;
    private final Site.OnSale event;
    private final AtomicInteger next = new AtomicInteger();

    private BookingsBench(Api api, Options options, Report report, Site site) {
        this.api = api;
        this.options = options;
        this.report = report;
        this.tokens = site.guests(options.number("buyers", 64));
        this.event =
                site.event(
                        "Bookings",
                        ROWS,
                        SEATS_PER_ROW,
                        Map.of("maxSeatsPerBuyer", 1_000_000, "holdSeconds", 600));
    }

    public static void main(String[] arguments) throws IOException {
        try {
            Options options = Options.read("bench bookings", arguments, OPTIONS);
            Report report = new Report(options.command());
            boolean clean;
            try (ServerUnderTest server = ServerUnderTest.of(options);
                    Api api = new Api(server.url())) {
                BookingsBench bench = new BookingsBench(api, options, report, server.signIn(api));
                clean = bench.run(server);
            }
            if (options.has("json")) {
                report.writeTo(Path.of(options.text("json", "")));
            }
            if (!clean) {
                throw new Stop("a booking was not confirmed; see the answers above");
            }
        } catch (Stop stop) {
            System.err.println("cavea: " + stop.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private boolean run(ServerUnderTest server) throws IOException {
        Report.Bench bench =
                report.bench(
                        "bookings",
                        "hold, book, confirmed: %d buyers at once, one seat each time"
                                .formatted(tokens.size()));
        play(Duration.ofSeconds(options.number("warmup", 5)));
        boolean clean = true;
        for (int run = 1; run <= options.number("runs", 3); run++) {
            long before = transactions(server);
            Figures figures = play(Duration.ofSeconds(options.number("seconds", 10)));
            long after = transactions(server);
            bench.run(Integer.toString(run), figures, perBooking(figures, after - before));
            clean &= figures.count(CREATED) == figures.answers() && figures.failed() == 0;
        }
        bench.median();
        return clean;
    }

    private static long transactions(ServerUnderTest server) throws IOException {
        return server.isOwn() ? Transactions.of(server.databaseFolder()) : 0;
    }

    private static Map<String, Object> perBooking(Figures figures, long transactions) {
        if (transactions == 0) {
            return Map.of();
        }
        double each = (double) transactions / Math.max(1, figures.answers());
        return Map.of(
                "transactionsPerBooking",
                each,
                "note",
                String.format(Locale.ROOT, "%.1f transactions a booking", each));
    }

    private Figures play(Duration time) {
        Figures figures = new Figures();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            tokens.forEach(token -> buyers.execute(() -> buy(token, end, figures)));
        }
        figures.lasted(System.nanoTime() - start);
        return figures;
    }

    private void buy(String token, long end, Figures figures) {
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            try {
                Api.Reply reply = book(token);
                String status = reply.body().path("status").asText("");
                boolean odd = reply.status() == CREATED && !status.equals("confirmed");
                note(figures, reply.status(), odd ? status : "", start);
            } catch (Stop failure) {
                note(figures, 0, String.valueOf(failure.getMessage()), start);
                return;
            }
        }
    }

    private static void note(Figures figures, int status, String failure, long start) {
        synchronized (figures) {
            if (failure.isEmpty()) {
                figures.answered(status, System.nanoTime() - start, 0);
            } else {
                figures.failed(failure.substring(0, Math.min(LONGEST, failure.length())));
            }
        }
    }

    /** The answer to the booking, or to the hold if that was refused. */
    private Api.Reply book(String token) {
        String seat = event.seats().get(next.getAndIncrement() % event.seats().size());
        Api.Reply hold = api.post(event.holdsPath(), token, Map.of("seats", List.of(seat)));
        if (hold.status() != CREATED) {
            return hold;
        }
        return api.post(
                "/api/v1/bookings",
                token,
                Map.of(
                        "holdId",
                        hold.body().path("holdId").asText(),
                        "buyer",
                        Map.of("email", "buyer@example.org", "name", "Buyer"),
                        "payment",
                        Map.of("method", "sandbox", "token", "tok_ok")));
    }
}
