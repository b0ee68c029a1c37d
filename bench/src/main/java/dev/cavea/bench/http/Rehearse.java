package dev.cavea.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./cavea rehearse --seats N --fans M --seconds S [--url URL]}: plays an on-sale with
 * simulated fans who look, hold, pay in the sandbox or give up; then proves by independent reads
 * that no seat was sold twice. Ends with 0 only when that is true.
 */
public final class Rehearse {

    private static final Set<String> OPTIONS =
            Set.of("seats", "fans", "seconds", "url", "admin-email", "admin-password");
    private static final int SEATS_PER_ROW = 50;
    private static final int MOST = 200_000;

    private Rehearse() {}

    public static void main(String[] arguments) throws IOException {
        try {
            boolean proved = run(Options.read("rehearse", arguments, OPTIONS));
            System.exit(proved ? 0 : 1);
        } catch (Stop stop) {
            System.err.println("cavea: " + stop.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(Options options) throws IOException {
        int seats = within("seats", options.number("seats", 2_000));
        int fans = within("fans", options.number("fans", 500));
        int seconds = within("seconds", options.number("seconds", 30));
        if (!options.has("url")) {
            System.out.println("No --url: a server of its own is started for the rehearsal.");
        }
        try (ServerUnderTest server = ServerUnderTest.of(options);
                Api api = new Api(server.url())) {
            int rows = Math.ceilDiv(seats, Math.min(seats, SEATS_PER_ROW));
            Site.OnSale event =
                    server.signIn(api)
                            .event(
                                    "Rehearsal",
                                    rows,
                                    Math.ceilDiv(seats, rows),
                                    Map.of("maxSeatsPerBuyer", 10, "holdSeconds", 60));
            System.out.printf(
                    "On sale: %,d seats, %,d fans, %,d seconds, at %s%n",
                    event.seats().size(), fans, seconds, server.url());
            Diary diary = play(api, event, fans, Duration.ofSeconds(seconds));
            System.out.println(diary.summary());
            List<String> findings = new Proof(api, event, diary).findings();
            findings.stream().limit(20).forEach(finding -> System.out.println("WRONG: " + finding));
            System.out.println(
                    findings.isEmpty()
                            ? "Proved: no seat was sold twice, and all records agree."
                            : "NOT proved: %,d findings.".formatted(findings.size()));
            return findings.isEmpty();
        }
    }

    private static Diary play(Api api, Site.OnSale event, int fans, Duration time) {
        Diary diary = new Diary();
        long end = System.nanoTime() + time.toNanos();
        Houses houses = new Houses(api, event);
        List<Fan> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < fans; number++) {
                Fan fan = new Fan(number, api, event, houses, diary);
                all.add(fan);
                threads.execute(() -> fan.live(end));
            }
            watch(diary, end);
        }
        if (all.size() != fans) {
            throw new IllegalStateException("a fan is missing");
        }
        return diary;
    }

    /** Tells how it goes while it goes. */
    private static void watch(Diary diary, long end) {
        long left = end - System.nanoTime();
        while (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, 5_000_000_000L));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            left = end - System.nanoTime();
            System.out.println("  " + diary.summary());
        }
    }

    private static int within(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new Stop("--%s is a whole number from 1 to %,d".formatted(name, MOST));
        }
        return value;
    }
}
