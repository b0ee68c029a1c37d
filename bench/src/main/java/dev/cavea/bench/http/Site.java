package dev.cavea.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a bench or a rehearsal makes by the public API before it begins. */
final class Site {

    private final Api api;
    private final String adminToken;

    private Site(Api api, String adminToken) {
        this.api = api;
        this.adminToken = adminToken;
    }

    static Site signIn(Api api, String email, String password) {
        JsonNode tokens =
                api.post("/api/v1/auth/login", null, Map.of("email", email, "password", password))
                        .orStop("sign in as administrator " + email);
        return new Site(api, tokens.path("accessToken").asText());
    }

    /** An event that is on sale at once. */
    record OnSale(String id, List<String> seats) {

        String holdsPath() {
            return "/api/v1/events/" + id + "/holds";
        }

        String seatsPath() {
            return "/api/v1/events/" + id + "/seats";
        }
    }

    /** A rectangle of seats; a buyer may hold any number unless rules say otherwise. */
    OnSale event(String name, int rows, int seatsPerRow, Map<String, Object> rules) {
        JsonNode made =
                api.post(
                                "/api/v1/admin/events",
                                adminToken,
                                Map.of(
                                        "name",
                                        name,
                                        "startsAt",
                                        Instant.now()
                                                .plus(30, ChronoUnit.DAYS)
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString(),
                                        "plan",
                                        Map.of(
                                                "generate",
                                                Map.of(
                                                        "kind", "grid",
                                                        "rows", rows,
                                                        "seatsPerRow", seatsPerRow)),
                                        "prices",
                                        List.of(
                                                Map.of(
                                                        "zone", "*",
                                                        "amountMinor", 5_000,
                                                        "currency", "EUR")),
                                        "rules",
                                        rules,
                                        "publish",
                                        true))
                        .orStop("make an event");
        String id = made.path("id").asText();
        return new OnSale(id, seatIds(id));
    }

    List<String> seatIds(String event) {
        List<String> ids = new ArrayList<>();
        for (JsonNode seat : seats(event)) {
            ids.add(seat.path("id").asText());
        }
        return ids;
    }

    JsonNode seats(String event) {
        return api.get("/api/v1/events/" + event + "/seats", null)
                .orStop("read the seats")
                .path("seats");
    }

    /** Seats that are not free. */
    int taken(String event) {
        int taken = 0;
        for (JsonNode seat : seats(event)) {
            taken += seat.path("status").asText().equals("free") ? 0 : 1;
        }
        return taken;
    }

    List<String> guests(int count) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(guest(api));
        }
        return tokens;
    }

    static String guest(Api api) {
        return api.post("/api/v1/auth/guest", null, Map.of())
                .orStop("come as a guest")
                .path("accessToken")
                .asText();
    }
}
