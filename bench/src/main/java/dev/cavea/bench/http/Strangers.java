package dev.cavea.bench.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * People without a token who send large plans: each on a connection of its own, and again as soon
 * as it was refused.
 */
final class Strangers implements AutoCloseable {

    private static final int CHUNK = 64 << 10;
    private static final Buffer BLANK = Buffer.buffer(new byte[CHUNK]);

    private final URI server;
    private final HttpVersion version;
    private final int chunks;
    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Long> answers = new TreeMap<>();
    private volatile boolean leaving;

    Strangers(URI server, HttpVersion version, int megabytes) {
        this.server = server;
        this.version = version;
        this.chunks = megabytes * (1 << 20) / CHUNK;
    }

    void come(int many) {
        for (int i = 0; i < many; i++) {
            HttpClient client =
                    vertx.createHttpClient(
                            new HttpClientOptions()
                                    .setProtocolVersion(version)
                                    .setHttp2ClearTextUpgrade(false));
            send(client);
        }
    }

    private void send(HttpClient client) {
        if (leaving) {
            return;
        }
        client.request(HttpMethod.POST, server.getPort(), server.getHost(), "/api/v1/admin/plans")
                .compose(
                        request -> {
                            request.setChunked(true).putHeader("Content-Type", "application/json");
                            request.exceptionHandler(_ -> {});
                            pump(request, chunks);
                            return request.response();
                        })
                .onComplete(
                        answer -> {
                            count(
                                    answer.succeeded()
                                            ? Integer.toString(answer.result().statusCode())
                                            : answer.cause().getClass().getSimpleName());
                            // Not at once: a refusal must cost the stranger something, too.
                            vertx.setTimer(100, _ -> send(client));
                        });
    }

    private void pump(HttpClientRequest request, int most) {
        int left = most;
        while (left > 0 && !request.writeQueueFull()) {
            var _ = request.write(BLANK);
            left--;
        }
        int rest = left;
        if (rest > 0) {
            request.drainHandler(_ -> pump(request, rest));
        } else {
            var _ = request.end();
        }
    }

    private synchronized void count(String answer) {
        answers.merge(answer, 1L, Long::sum);
    }

    /** How often they got which answer. */
    synchronized Map<String, Long> answers() {
        return new TreeMap<>(answers);
    }

    @Override
    public void close() {
        leaving = true;
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
