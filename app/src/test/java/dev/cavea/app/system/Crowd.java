package dev.cavea.app.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fans who hold and buy until the server dies, and what it acknowledged to them. It knows nothing
 * of the server but its answers.
 */
final class Crowd {

    private static final int FANS = 8;

    private final String event;
    private final List<String> seats;
    private final Random random;
    private final Map<String, String> ownerOfSeat = new ConcurrentHashMap<>();
    private final Map<String, String> sold = new ConcurrentHashMap<>();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final Queue<String> conflicts = new ConcurrentLinkedQueue<>();

    Crowd(String event, List<String> seats, Random random) {
        this.event = event;
        this.seats = List.copyOf(seats);
        this.random = random;
    }

    /** Runs while the server lives; the action, as a kill, runs beside it. */
    void rush(Api api, Action meanwhile) throws Exception {
        try (ExecutorService fans = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < FANS; i++) {
                long seed = random.nextLong();
                running.add(fans.submit(() -> shop(api, new Random(seed))));
            }
            meanwhile.run();
            for (Future<?> fan : running) {
                await(fan);
            }
        }
    }

    private static void await(Future<?> fan) throws Exception {
        try {
            fan.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw e;
            }
        }
    }

    private Void shop(Api api, Random choice) throws Exception {
        while (true) {
            String token = api.guest();
            tokens.add(token);
            int first = choice.nextInt(seats.size() - 1);
            List<String> wanted = seats.subList(first, first + 2);
            Api.Reply held = api.hold(event, token, wanted);
            if (held.status() != 201) {
                continue;
            }
            for (String seat : wanted) {
                String other = ownerOfSeat.putIfAbsent(seat, token);
                if (other != null) {
                    conflicts.add(seat);
                }
            }
            if (choice.nextBoolean()) {
                buy(api, token, held.json().path("holdId").asText(), wanted);
            }
        }
    }

    private void buy(Api api, String token, String hold, List<String> wanted) throws Exception {
        Api.Reply booked = api.book(token, hold, "tok_ok");
        if (booked.status() == 201 && booked.json().path("status").asText().equals("confirmed")) {
            wanted.forEach(seat -> sold.put(seat, token));
        }
    }

    /** Seats that the server gave to two. */
    List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    /** What was acknowledged and is not so on the server. */
    List<String> missing(Map<String, String> statuses) {
        List<String> missing = new ArrayList<>();
        for (String seat : ownerOfSeat.keySet()) {
            String status = statuses.get(seat);
            if ("free".equals(status) || (sold.containsKey(seat) && !"sold".equals(status))) {
                missing.add(seat + " is " + status);
            }
        }
        return missing;
    }

    int acknowledged() {
        return ownerOfSeat.size();
    }

    int soldSeats() {
        return sold.size();
    }

    /** All bookings of all fans. */
    List<Booking> bookings(Api api) throws Exception {
        List<Booking> all = new ArrayList<>();
        for (String token : tokens) {
            JsonNode items = api.get("/api/v1/bookings/my-bookings", token).json().path("items");
            for (JsonNode item : items) {
                all.add(
                        new Booking(
                                token,
                                item.path("id").asText(),
                                item.path("status").asText(),
                                item.path("seats").size()));
            }
        }
        return all;
    }

    record Booking(String token, String id, String status, int seats) {}

    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }
}
