package dev.cavea.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL dies or hangs in the middle of a sale. */
@Tag("system")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class DatabaseAwaySystemTest {

    private static final int BUYERS = 8;
    private static final long SOON_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long FROZEN_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** The two seconds that a booking waits for its end, and what it takes to say so. */
    private static final long SLOWEST_NANOS = TimeUnit.MILLISECONDS.toNanos(2_250);

    @TempDir Path folder;
    private RunningServer server;
    private Api api;
    private String event;
    private List<String> seats;
    private int next;

    /** What came of one try to buy a seat. */
    private record Try(String guest, int held, Api.Reply booking, long nanos, long atNanos) {

        boolean isTaken() {
            return booking.status() / 100 == 2;
        }
    }

    @BeforeEach
    void open() throws Exception {
        server = RunningServer.start(folder.resolve("data"));
        api = new Api(server.address());
        event = api.publishGrid(api.admin(), 400, "{\"maxSeatsPerBuyer\": 50}");
        seats = List.copyOf(api.seats(event).keySet());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void bookingsGoOnSoonAfterItWasKilled() throws Exception {
        Rush rush = new Rush();
        rush.until(() -> rush.tries.stream().filter(Try::isTaken).count() >= BUYERS);
        long killed = System.nanoTime();
        for (ProcessHandle one : postgres()) {
            one.destroyForcibly();
        }
        rush.until(() -> rush.tries.stream().anyMatch(t -> t.isTaken() && t.atNanos > killed));
        assertThat(System.nanoTime() - killed).isLessThan(SOON_NANOS);
        rush.end();
        assertHonest(rush.tries);
        assertEachSettles(rush.tries);
        assertThat(api.get("/health/ready", null).body()).contains("startedAgain");
    }

    @Test
    void nobodyWaitsLongWhileItIsFrozen() throws Exception {
        Rush rush = new Rush();
        rush.until(() -> rush.tries.stream().filter(Try::isTaken).count() >= BUYERS);
        signal("-STOP");
        long frozen = System.nanoTime();
        try {
            rush.until(() -> System.nanoTime() - frozen > FROZEN_NANOS);
            assertThat(api.get("/health/ready", null).status()).isEqualTo(503);
        } finally {
            signal("-CONT");
        }
        long back = System.nanoTime();
        rush.until(() -> rush.tries.stream().anyMatch(t -> t.isTaken() && t.atNanos > back));
        rush.end();
        assertHonest(rush.tries);
        assertThat(rush.tries).allMatch(t -> t.nanos <= SLOWEST_NANOS);
        assertThat(rush.tries.stream().filter(t -> t.booking.status() == 503)).isNotEmpty();
        assertEachSettles(rush.tries);
    }

    /** Holds go on, and no booking ends in anything but what it is or "come again". */
    private static void assertHonest(List<Try> tries) {
        assertThat(tries).extracting(Try::held).containsOnly(201);
        assertThat(tries)
                .allSatisfy(
                        one -> {
                            int status = one.booking.status();
                            assertThat(status).as(one.booking.body()).isIn(200, 201, 202, 503);
                            if (status == 503) {
                                assertThat(
                                                one.booking
                                                        .response()
                                                        .headers()
                                                        .firstValue("Retry-After"))
                                        .isPresent();
                            }
                        });
    }

    private void assertEachSettles(List<Try> tries) throws Exception {
        for (Try one : tries) {
            if (one.isTaken()) {
                String path = "/api/v1/bookings/" + one.booking.json().path("id").asText();
                Api.Reply now = api.get(path, one.guest);
                while (now.status() != 200 || now.isPending()) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                    now = api.get(path, one.guest);
                }
                assertThat(now.json().path("status").asText()).isEqualTo("confirmed");
            }
        }
    }

    private synchronized String nextSeat() {
        return seats.get(next++);
    }

    private Try buy(String guest) throws Exception {
        Api.Reply hold = api.hold(event, guest, List.of(nextSeat()));
        long start = System.nanoTime();
        Api.Reply booking =
                api.post(
                        "/api/v1/bookings",
                        guest,
                        """
                        {"holdId": "%s", "buyer": {"email": "fan@test.example", "name": "A Fan"},
                         "payment": {"method": "sandbox", "token": "tok_ok"}}
                        """
                                .formatted(hold.json().path("holdId").asText()));
        long end = System.nanoTime();
        return new Try(guest, hold.status(), booking, end - start, end);
    }

    private List<ProcessHandle> postgres() throws Exception {
        Path pidFile = folder.resolve("data/postgresql/cluster/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        all.addAll(postmaster.descendants().toList());
        return all;
    }

    private void signal(String name) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", name));
        postgres().forEach(one -> command.add(Long.toString(one.pid())));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    /** Buyers who each buy one seat after the other. */
    private final class Rush {

        private final List<Try> tries = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final List<Throwable> broken = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final List<Thread> buyers = new ArrayList<>();
        private volatile boolean over;

        Rush() throws Exception {
            for (int i = 0; i < BUYERS; i++) {
                String guest = api.guest();
                buyers.add(Thread.startVirtualThread(() -> run(guest)));
            }
        }

        private void run(String guest) {
            String who = guest;
            try {
                for (int bought = 0; !over; bought++) {
                    Try one = buy(who);
                    tries.add(one);
                    if (one.booking.status() == 503) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
                    }
                    if (bought % 40 == 39) {
                        who = api.guest();
                    }
                }
            } catch (Exception | AssertionError e) {
                broken.add(e);
            }
        }

        void until(java.util.function.BooleanSupplier condition) {
            while (!condition.getAsBoolean() && broken.isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            assertThat(broken).isEmpty();
        }

        void end() throws InterruptedException {
            over = true;
            for (Thread buyer : buyers) {
                buyer.join();
            }
            assertThat(broken).isEmpty();
        }
    }
}
