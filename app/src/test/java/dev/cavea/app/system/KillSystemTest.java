package dev.cavea.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the server at random moments under load; nothing that it acknowledged may be lost. */
@Tag("system")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class KillSystemTest {

    private static final int ROUNDS = Integer.getInteger("cavea.kill.rounds", 20);
    private static final long SETTLED_SECONDS = 90;

    /** A second is promised and held by the ledger's own test; here a whole machine is at work. */
    private static final long MOST_LATE_MILLIS = 5_000;

    @TempDir Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNoSeatGoesTwice() throws Exception {
        long seed = Long.getLong("cavea.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path data = folder.resolve("data");
        Crowd crowd;
        String event;
        try (RunningServer server = RunningServer.start(data)) {
            Api api = new Api(server.address());
            event = api.publishGrid(api.admin(), 200, "{\"holdSeconds\": 3600}");
            crowd = new Crowd(event, List.copyOf(api.seats(event).keySet()), random);
        }
        for (int round = 1; round <= ROUNDS; round++) {
            try (RunningServer server = RunningServer.start(data)) {
                Api api = new Api(server.address());
                assertThat(crowd.missing(api.seats(event))).as("round " + round).isEmpty();
                long moment = TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(1_500));
                crowd.rush(
                        api,
                        () -> {
                            LockSupport.parkNanos(moment);
                            server.kill();
                        });
            }
        }
        try (RunningServer server = RunningServer.start(data)) {
            Api api = new Api(server.address());
            assertThat(crowd.missing(api.seats(event))).isEmpty();
            assertThat(crowd.conflicts()).isEmpty();
            salesUnderWayFinish(api, crowd, event);
        }
        System.out.printf(
                "%d kills, %d seats acknowledged, %d of them sold, none lost%n",
                ROUNDS, crowd.acknowledged(), crowd.soldSeats());
    }

    private static void salesUnderWayFinish(Api api, Crowd crowd, String event) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLED_SECONDS);
        List<Crowd.Booking> bookings = crowd.bookings(api);
        while (bookings.stream().anyMatch(b -> b.status().equals("pending_payment"))) {
            assertThat(System.nanoTime()).as("sales under way settle").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            bookings = crowd.bookings(api);
        }
        int seats = 0;
        for (Crowd.Booking booking : bookings) {
            if (booking.status().equals("confirmed")) {
                seats += booking.seats();
                assertThat(tickets(api, booking)).as(booking.id()).isEqualTo(booking.seats());
            }
        }
        long sold = api.seats(event).values().stream().filter("sold"::equals).count();
        assertThat(sold).as("every sold seat is in one confirmed booking").isEqualTo(seats);
        assertThat(seats).isGreaterThanOrEqualTo(crowd.soldSeats()).isPositive();
    }

    private static int tickets(Api api, Crowd.Booking booking) throws Exception {
        JsonNode reply =
                api.get("/api/v1/bookings/" + booking.id() + "/tickets", booking.token()).json();
        return reply.isArray() ? reply.size() : reply.path("items").size();
    }

    @Test
    void holdsEndAtTheirTimeAlsoWhenTheServerWasKilled() throws Exception {
        Path data = folder.resolve("data");
        String event;
        List<String> held = new ArrayList<>();
        Instant end;
        RunningServer first = RunningServer.start(data);
        try (first) {
            Api api = new Api(first.address());
            event = api.publishGrid(api.admin(), "{\"holdSeconds\": 30}");
            held.addAll(List.copyOf(api.seats(event).keySet()).subList(0, 2));
            Api.Reply hold = api.hold(event, api.guest(), held);
            assertThat(hold.status()).as(hold.body()).isEqualTo(201);
            end = Instant.parse(hold.json().path("expiresAt").asText());
            first.kill();
        }
        try (RunningServer second = RunningServer.start(data)) {
            Api api = new Api(second.address());
            Instant ready = Instant.now();
            Instant asked = Instant.now();
            Map<String, String> seats = api.seats(event);
            while (seats.get(held.getFirst()).equals("held")) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                asked = Instant.now();
                seats = api.seats(event);
            }
            assertThat(Instant.now()).as("not before its time").isAfterOrEqualTo(end);
            Instant latest = (ready.isAfter(end) ? ready : end).plusMillis(MOST_LATE_MILLIS);
            assertThat(asked).as("soon after it").isBefore(latest);
        }
    }
}
