package dev.cavea.app.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** 48 strangers send 55 MB each, 2.6 GB to a server that has 512 MB; it goes on selling. */
@Tag("system")
@Timeout(180)
final class StrangersSystemTest {

    private static final int STRANGERS = 48;
    private static final int CHUNK = 64 << 10;
    private static final int CHUNKS = 55 * 16;
    private static final String PATH = "/api/v1/admin/plans";

    @TempDir static Path folder;
    private static RunningServer server;
    private static Api api;
    private static String event;
    private static List<String> seats;
    private static int sold;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(folder.resolve("data"));
        api = new Api(server.address());
        event = api.publishGrid(api.admin(), 20, "{}");
        seats = List.copyOf(api.seats(event).keySet());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void refusesTheirBodiesUnreadAndSellsMeanwhile() throws Exception {
        try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < STRANGERS; i++) {
                answers.add(strangers.submit(() -> send(server.address())));
            }
            sellSome();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).startsWith("HTTP/1.1 401");
            }
        }
        sellSome();
    }

    @Test
    void refusesTheirBodiesOverHttp2UnreadAndSellsMeanwhile() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < STRANGERS; i++) {
                answers.add(sendOverHttp2(vertx, server.address()));
            }
            sellSome();
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(401));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
        sellSome();
    }

    private static void sellSome() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(api.get("/health", null).status()).isEqualTo(200);
            String guest = api.guest();
            Api.Reply held = api.hold(event, guest, seats.subList(sold, sold + 1));
            assertThat(held.status()).as(held.body()).isEqualTo(201);
            Api.Reply booked = api.book(guest, held.json().path("holdId").asText(), "tok_ok");
            assertThat(booked.json().path("status").asText()).isEqualTo("confirmed");
            sold++;
        }
    }

    /** Sends until it is done or the server has closed, and gives the first line of the answer. */
    private static String send(URI address) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            OutputStream body = socket.getOutputStream();
            body.write(
                    ("POST "
                                    + PATH
                                    + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                                    + "Content-Type: application/json\r\n\r\n")
                            .getBytes(US_ASCII));
            String first = answer.readLine();
            byte[] chunk =
                    (Integer.toHexString(CHUNK) + "\r\n" + " ".repeat(CHUNK) + "\r\n")
                            .getBytes(US_ASCII);
            int sent = 0;
            try {
                while (sent < CHUNKS) {
                    body.write(chunk);
                    sent++;
                }
            } catch (SocketException closed) {
                // As it should be.
            }
            assertThat(sent).as("chunks that the server took").isLessThan(CHUNKS);
            return first;
        }
    }

    private static CompletableFuture<Integer> sendOverHttp2(Vertx vertx, URI address) {
        HttpClient client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setProtocolVersion(HttpVersion.HTTP_2)
                                .setHttp2ClearTextUpgrade(false));
        return client.request(HttpMethod.POST, address.getPort(), address.getHost(), PATH)
                .compose(
                        request -> {
                            request.setChunked(true).putHeader("Content-Type", "application/json");
                            request.exceptionHandler(_ -> {});
                            pump(request, CHUNKS);
                            return request.response();
                        })
                .map(HttpClientResponse::statusCode)
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static void pump(HttpClientRequest request, int chunks) {
        int left = chunks;
        while (left > 0 && !request.writeQueueFull()) {
            var _ = request.write(Buffer.buffer(new byte[CHUNK]));
            left--;
        }
        int rest = left;
        if (rest > 0) {
            request.drainHandler(_ -> pump(request, rest));
        } else {
            var _ = request.end();
        }
    }
}
