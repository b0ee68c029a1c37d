package dev.cavea.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.bench.http.Api.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One simulated fan: looks, holds one to four neighbours, and then pays, is declined, gives them
 * back, or walks away and lets the hold end. Sometimes repeats a request as after a lost answer.
 */
final class Fan {

    private static final int MOST_TOGETHER = 4;
    private static final int MOST_OWNED = 8;
    private static final double REPEATED = 0.1;
    private static final int TRIES = 5;
    private static final int CREATED = 201;
    private static final int BUSY = 503;

    private final int number;
    private final Api api;
    private final Site.OnSale event;
    private final Houses houses;
    private final Diary diary;
    private int owned;

    Fan(int number, Api api, Site.OnSale event, Houses houses, Diary diary) {
        this.number = number;
        this.api = api;
        this.event = event;
        this.houses = houses;
        this.diary = diary;
    }

    void live(long endNanos) {
        try {
            pause(2_000);
            String token = Site.guest(api);
            diary.came(token);
            while (System.nanoTime() < endNanos && owned < MOST_OWNED) {
                visit(token);
                pause(1_000);
            }
        } catch (Stop | IOException e) {
            diary.surprise("fan " + number + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit(String token) throws IOException, InterruptedException {
        List<String> wanted = houses.choose(1 + pick(MOST_TOGETHER));
        diary.count("looked");
        if (wanted.isEmpty()) {
            return;
        }
        Reply reply = repeatedly(event.holdsPath(), token, Map.of("seats", wanted));
        switch (reply.status()) {
            case CREATED -> held(token, wanted, reply.body());
            case 409 -> diary.count("refused");
            case BUSY -> diary.count("turned away");
            default ->
                    diary.surprise("hold answered %d %s".formatted(reply.status(), reply.body()));
        }
    }

    private void held(String token, List<String> wanted, JsonNode hold)
            throws InterruptedException {
        long from = System.currentTimeMillis();
        long until = Instant.parse(hold.path("expiresAt").asText()).toEpochMilli();
        diary.count("held");
        String id = hold.path("holdId").asText();
        pause(800);
        switch (pick(10)) {
            case 0 -> {
                until = Math.min(until, System.currentTimeMillis());
                giveBack(token, id);
            }
            case 1 -> diary.count("gave up");
            case 2 -> {
                pay(token, id, wanted, "tok_declined");
                until = Math.min(until, System.currentTimeMillis());
                giveBack(token, id);
            }
            default -> pay(token, id, wanted, "tok_ok");
        }
        diary.held(new Diary.Held(token, wanted, from, until));
    }

    private void giveBack(String token, String hold) {
        diary.count("gave up");
        Reply reply = api.delete("/api/v1/holds/" + hold, token);
        // A payment that takes long keeps the hold; it ends with the payment.
        if (!reply.isGood()
                && reply.status() != BUSY
                && !reply.slug().equals("payment-in-flight")) {
            diary.surprise("release answered %d %s".formatted(reply.status(), reply.body()));
        }
    }

    private void pay(String token, String hold, List<String> seats, String card)
            throws InterruptedException {
        Map<String, Object> body =
                Map.of(
                        "holdId", hold,
                        "buyer",
                                Map.of(
                                        "email", "fan" + number + "@example.org",
                                        "name", "Fan " + number),
                        "payment", Map.of("method", "sandbox", "token", card));
        Reply reply = repeatedly("/api/v1/bookings", token, body);
        if (reply.status() == BUSY) {
            diary.count("turned away");
            return;
        }
        if (reply.status() != CREATED) {
            diary.surprise("booking answered %d %s".formatted(reply.status(), reply.body()));
            return;
        }
        boolean good = card.equals("tok_ok");
        diary.count(good ? "booked" : "declined");
        owned += good ? seats.size() : 0;
        String id = reply.body().path("id").asText();
        diary.bought(new Diary.Bought(token, id, new ArrayList<>(seats)));
    }

    /** With a key; now and then twice, and then the second answer must be the first. */
    private Reply repeatedly(String path, String token, Map<String, ?> body)
            throws InterruptedException {
        String key = UUID.randomUUID().toString();
        Reply first = patiently(path, token, body, key);
        if (first.status() == CREATED && ThreadLocalRandom.current().nextDouble() < REPEATED) {
            Reply second = patiently(path, token, body, key);
            if (second.status() != BUSY && !second.equals(first)) {
                diary.surprise(
                        "the same key and body were answered %s and then %s"
                                .formatted(first, second));
            }
        }
        return first;
    }

    /** Comes back when asked to, with the same key, a few times. */
    private Reply patiently(String path, String token, Map<String, ?> body, String key)
            throws InterruptedException {
        Reply reply = api.post(path, token, body, key);
        for (int attempt = 1; attempt < TRIES && isComeBack(reply); attempt++) {
            diary.count("came back");
            Thread.sleep(1_000L * attempt);
            reply = api.post(path, token, body, key);
        }
        return reply;
    }

    private static boolean isComeBack(Reply reply) {
        return reply.status() == BUSY || reply.slug().equals("idempotency-in-progress");
    }

    private int pick(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    private static void pause(int mostMillis) throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(mostMillis) + 1L);
    }
}
