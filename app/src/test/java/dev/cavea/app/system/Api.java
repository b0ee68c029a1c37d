package dev.cavea.app.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Speaks to a running server as anybody would: HTTP and JSON, nothing of ours. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** The server itself waits two seconds; a busy machine may need more. */
    private static final Duration DECIDED = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    Api(URI server) {
        this.server = server;
    }

    record Reply(int status, String body, HttpResponse<String> response) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        boolean isPending() throws IOException {
            return json().path("status").asText().equals("pending_payment");
        }

        /** The end of the problem's type, or empty. */
        String slug() throws IOException {
            String type = json().path("type").asText();
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    Reply get(String path, @Nullable String token) throws Exception {
        return send(request(path, token).GET());
    }

    Reply post(String path, @Nullable String token, String body) throws Exception {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply delete(String path, @Nullable String token) throws Exception {
        return send(request(path, token).DELETE());
    }

    HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    Reply send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body(), response);
    }

    String admin() throws Exception {
        return login(RunningServer.ADMIN_EMAIL, RunningServer.ADMIN_PASSWORD);
    }

    String login(String email, String password) throws Exception {
        Reply reply =
                post(
                        "/api/v1/auth/login",
                        null,
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
        return token(reply);
    }

    String guest() throws Exception {
        return token(post("/api/v1/auth/guest", null, "{}"));
    }

    /** Publishes a grid of 10 rows of 10 seats at 50 euros and returns the event's id. */
    String publishGrid(String admin, String rules) throws Exception {
        return publishGrid(admin, 10, rules);
    }

    /** The same with more rows. */
    String publishGrid(String admin, int rows, String rules) throws Exception {
        Reply reply =
                post(
                        "/api/v1/admin/events",
                        admin,
                        """
                        {"name": "A play", "startsAt": "2030-05-01T19:30:00Z",
                         "plan": {"generate": {"kind": "grid", "rows": %d, "seatsPerRow": 10}},
                         "prices": [{"zone": "*", "amountMinor": 5000, "currency": "EUR"}],
                         "rules": %s, "publish": true}
                        """
                                .formatted(rows, rules));
        if (reply.status() != 201) {
            throw new IllegalStateException("not published: " + reply.body());
        }
        return reply.json().path("id").asText();
    }

    Reply hold(String event, String token, List<String> seats) throws Exception {
        return post(
                "/api/v1/events/" + event + "/holds",
                token,
                "{\"seats\":" + JSON.writeValueAsString(seats) + "}");
    }

    /** The answer to the request; its body is the booking as it stands once it is decided. */
    Reply book(String token, String hold, String paymentToken) throws Exception {
        Reply first =
                post(
                        "/api/v1/bookings",
                        token,
                        """
                        {"holdId": "%s", "buyer": {"email": "fan@test.example", "name": "A Fan"},
                         "payment": {"method": "sandbox", "token": "%s"}}
                        """
                                .formatted(hold, paymentToken));
        Reply now = first;
        long end = System.nanoTime() + DECIDED.toNanos();
        while (now.status() / 100 == 2 && now.isPending() && System.nanoTime() < end) {
            Thread.sleep(50);
            now = get("/api/v1/bookings/" + now.json().path("id").asText(), token);
        }
        return new Reply(first.status(), now.body(), now.response());
    }

    /** The status of every seat, in plan order. */
    Map<String, String> seats(String event) throws Exception {
        Map<String, String> seats = new LinkedHashMap<>();
        for (JsonNode one : get("/api/v1/events/" + event + "/seats", null).json().path("seats")) {
            seats.put(one.path("id").asText(), one.path("status").asText());
        }
        return seats;
    }

    String status(String event, String seat) throws Exception {
        return Objects.requireNonNull(seats(event).get(seat), seat);
    }

    private static String token(Reply reply) throws IOException {
        if (reply.status() != 200) {
            throw new IllegalStateException("no token: " + reply.status() + " " + reply.body());
        }
        return reply.json().path("accessToken").asText();
    }
}
