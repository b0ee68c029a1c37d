package dev.cavea.demo.internal.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cavea.platform.edge.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The public API as a fan's browser uses it. One for a crowd; it holds connections. */
final class BoxOffice implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CREATED = 201;
    private static final int LOOKS = 40;
    private static final long LOOK_MILLIS = 500;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final String api;
    private final String eventId;

    BoxOffice(String address, String eventId) {
        this.api = address + "/api/v1";
        this.eventId = eventId;
    }

    /** What the server said to a request. */
    record Reply(int status, JsonNode body) {
        boolean isCreated() {
            return status == CREATED;
        }

        boolean isPending() {
            return body.path("status").asText("").equals("pending_payment");
        }

        boolean isConfirmed() {
            return body.path("status").asText("").equals("confirmed");
        }

        /** The last word of a problem's type, or empty. */
        String problem() {
            String type = body.path("type").asText("");
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    /** A token of a new guest. */
    String guest() throws IOException, InterruptedException {
        Reply reply = post("/auth/guest", "", Map.of());
        String token = reply.body.path("accessToken").asText("");
        if (token.isEmpty()) {
            throw new IOException("no guest token: " + reply.status);
        }
        return token;
    }

    SeatStates look() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(api + "/events/" + eventId + "/seats"))
                        .header("Accept", SeatStates.MEDIA_TYPE)
                        .timeout(PATIENCE)
                        .build();
        return SeatStates.of(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    Reply holdBest(String token, int count, boolean together)
            throws IOException, InterruptedException {
        Map<String, Object> best = Map.of("count", count, "together", together);
        return post("/events/" + eventId + "/holds", token, Map.of("best", best));
    }

    Reply hold(String token, List<String> seats) throws IOException, InterruptedException {
        return post("/events/" + eventId + "/holds", token, Map.of("seats", seats));
    }

    Reply book(String token, String holdId, String fan, String card)
            throws IOException, InterruptedException {
        Map<String, Object> buyer =
                Map.of("email", fan + "@crowd.invalid", "name", "Simulated " + fan);
        Map<String, Object> payment = Map.of("method", "sandbox", "token", card);
        return post(
                "/bookings", token, Map.of("holdId", holdId, "buyer", buyer, "payment", payment));
    }

    /** The booking once it is paid for or not; one that takes very long, as it stands. */
    Reply decided(String token, Reply booking) throws IOException, InterruptedException {
        Reply now = booking;
        for (int look = 0; look < LOOKS && now.isPending(); look++) {
            Thread.sleep(LOOK_MILLIS);
            now = get("/bookings/" + now.body.path("id").asText(), token);
        }
        return now;
    }

    void release(String token, String holdId) throws IOException, InterruptedException {
        HttpRequest request = request("/holds/" + holdId, token).DELETE().build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    private Reply get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET().build());
    }

    private Reply post(String path, String token, Map<String, Object> body)
            throws IOException, InterruptedException {
        HttpRequest request =
                request(path, token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                        .build();
        return send(request);
    }

    private Reply send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        byte[] answer = response.body();
        return new Reply(
                response.statusCode(),
                answer.length == 0 ? MissingNode.getInstance() : Json.mapper().readTree(answer));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
