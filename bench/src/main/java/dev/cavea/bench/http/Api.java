package dev.cavea.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The published API, as any other program would call it. */
final class Api implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    Api(URI server) {
        this.server = server;
    }

    /** An answer, whatever its status. */
    record Reply(int status, JsonNode body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** The last part of a problem's type; "" for no problem. */
        String slug() {
            String type = body.path("type").asText("");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        JsonNode orStop(String doing) {
            if (!isGood()) {
                throw new Stop("cannot %s: %d %s".formatted(doing, status, body));
            }
            return body;
        }
    }

    URI server() {
        return server;
    }

    Reply get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    Reply post(String path, @Nullable String token, Object body) {
        return send(
                request(path, token)
                        .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    Reply post(String path, String token, Object body, String idempotencyKey) {
        return send(
                request(path, token)
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
    }

    Reply delete(String path, String token) {
        return send(request(path, token).DELETE());
    }

    byte[] bytes(String path, String accept) throws IOException {
        HttpResponse<byte[]> response =
                exchange(
                        request(path, null).header("Accept", accept).GET(),
                        BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("%d for %s".formatted(response.statusCode(), path));
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
            String body = response.body();
            return new Reply(
                    response.statusCode(),
                    body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body));
        } catch (IOException e) {
            throw new Stop("%s does not answer: %s".formatted(server, e));
        }
    }

    private <T> HttpResponse<T> exchange(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return client.send(request.build(), handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop("interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
