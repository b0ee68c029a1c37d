package dev.cavea.platform.edge.jaxrs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Timeout(60)
class EdgeInQuarkusTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/api/v1/desk")
    URI desk;

    @Inject Vertx vertx;

    @Test
    void givesARepeatedPostTheSameAnswerAndWorksOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        int before = Desk.CALLS.get();
        HttpResponse<String> first = post("{\"name\":\"a\",\"count\":1}", key);
        HttpResponse<String> second = post("{\"name\":\"a\",\"count\":1}", key);
        assertThat(Desk.CALLS.get()).isEqualTo(before + 1);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(header(second, "Location")).isEqualTo(header(first, "Location"));
        assertThat(header(second, "Content-Type")).isEqualTo(header(first, "Content-Type"));
        assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(header(first, "Idempotency-Replayed")).isNull();
    }

    @Test
    void repeatsAnAnswerWithoutABodyToo() throws Exception {
        String key = UUID.randomUUID().toString();
        int before = Desk.CALLS.get();
        assertThat(post("{\"name\":\"nothing\",\"count\":1}", key).statusCode()).isEqualTo(204);
        assertThat(post("{\"name\":\"nothing\",\"count\":1}", key).statusCode()).isEqualTo(204);
        assertThat(Desk.CALLS.get()).isEqualTo(before + 1);
    }

    @Test
    void worksOnceForManyAtOnce() {
        String key = UUID.randomUUID().toString();
        int before = Desk.CALLS.get();
        List<CompletableFuture<HttpResponse<String>>> answers =
                Stream.generate(
                                () ->
                                        CLIENT.sendAsync(
                                                request("{\"name\":\"a\",\"count\":1}", key),
                                                HttpResponse.BodyHandlers.ofString()))
                        .limit(16)
                        .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(answer -> answer.join().body()).distinct()).hasSize(1);
        assertThat(Desk.CALLS.get()).isEqualTo(before + 1);
    }

    @Test
    void refusesTheKeyWithAnotherBody() throws Exception {
        String key = UUID.randomUUID().toString();
        post("{\"name\":\"a\",\"count\":1}", key);
        HttpResponse<String> other = post("{\"name\":\"a\",\"count\":2}", key);
        assertProblem(other, 422, "idempotency-key-reused");
    }

    @Test
    void keepsTheKeysOfStrangersApartByTheirAddresses() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThat(postFrom("192.0.2.1", key, 1).statusCode()).isEqualTo(201);
        assertThat(postFrom("192.0.2.2", key, 2).statusCode()).isEqualTo(201);
        assertProblem(postFrom("192.0.2.1", key, 2), 422, "idempotency-key-reused");
    }

    private HttpResponse<String> postFrom(String address, String key, int count) throws Exception {
        return send(
                HttpRequest.newBuilder(desk)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("X-From", address)
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"name\":\"a\",\"count\":%d}".formatted(count))));
    }

    @Test
    void hidesWhatBrokeAndLetsItBeTriedAgain() throws Exception {
        String key = UUID.randomUUID().toString();
        int before = Desk.CALLS.get();
        HttpResponse<String> broken = post("{\"name\":\"break\",\"count\":1}", key);
        assertProblem(broken, 500, "internal");
        assertThat(broken.body()).contains("incident").doesNotContain("secret");
        post("{\"name\":\"break\",\"count\":1}", key);
        assertThat(Desk.CALLS.get()).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"a\",\"count\":\"1\"}|422|invalid-field",
                "{\"name\":\"a\",\"count\":1.5}|422|invalid-field",
                "{\"name\":7,\"count\":1}|422|invalid-field",
                "{\"name\":\"a\"}|422|invalid-field",
                "{\"name\":|400|malformed-json",
                "[]|400|malformed-json",
                "{\"name\":\"a\\u0000\",\"count\":1}|422|invalid-field",
                "{\"name\":\"\\ud83d\",\"count\":1}|422|invalid-field",
                "{\"name\":\"a\",\"count\":1} x|400|malformed-json"
            })
    void refusesBadJsonWithAProblem(String body, int status, String slug) throws Exception {
        assertProblem(post(body, null), status, slug);
    }

    @Test
    void refusesADeeplyNestedBody() throws Exception {
        assertProblem(post("{\"x\":" + "[".repeat(100_000), null), 400, "malformed-json");
    }

    @Test
    void refusesALargeBodyBeforeItIsRead() throws Exception {
        assertProblem(post("x".repeat(2_000_000), null), 413, "body-too-large");
    }

    @Test
    void refusesALargeBodyThatHidesItsLength() throws Exception {
        byte[] blank = new byte[2_000_000];
        java.util.Arrays.fill(blank, (byte) ' ');
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blank));
        HttpResponse<String> refused =
                send(
                        HttpRequest.newBuilder(desk)
                                .header("Content-Type", "application/json")
                                .POST(chunked));
        assertProblem(refused, 413, "body-too-large");
    }

    @Test
    void answersWhatJaxRsRefusesWithAProblem() throws Exception {
        assertProblem(send(HttpRequest.newBuilder(desk).DELETE()), 405, "method-not-allowed");
        assertProblem(
                send(HttpRequest.newBuilder(desk).header("Accept", "image/png").GET()),
                406,
                "not-acceptable");
        assertProblem(
                send(
                        HttpRequest.newBuilder(desk)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type");
        assertProblem(
                send(HttpRequest.newBuilder(desk.resolve("/api/v1/nowhere")).GET()),
                404,
                "not-found");
        assertProblem(
                send(HttpRequest.newBuilder(desk.resolve("/api/v1/desk?count=x")).GET()),
                422,
                "invalid-field");
    }

    @Test
    void refusesAnEndpointThatDeclaresNobody() throws Exception {
        assertProblem(
                send(HttpRequest.newBuilder(desk.resolve("/api/v1/desk/undeclared")).GET()),
                403,
                "forbidden");
    }

    @Test
    void tellsTheEndpointWhoCalls() throws Exception {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(desk.resolve("/api/v1/desk/mine"))
                                .header("Authorization", "ada")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("12345")));
        assertThat(answer.body()).isEqualTo("{\"name\":\"ada\",\"count\":5}");
    }

    /** Sends the head of a request and nothing of the body it promises. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000", "Transfer-Encoding: chunked"})
    void refusesAStrangerBeforeTheBodyIsThere(String announced) throws Exception {
        try (Socket socket = new Socket(desk.getHost(), desk.getPort())) {
            head(socket, announced);
            assertThat(lines(socket).readLine()).startsWith("HTTP/1.1 401");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?name=%00, 422, invalid-field",
        "?name=a%FF, 400, malformed-url",
        "?name=%C3%28, 400, malformed-url",
        "?name=%ED%A0%BD, 400, malformed-url",
        "/%00, 404, not-found",
        "/a%FF, 400, malformed-url"
    })
    void refusesAnAddressThatHidesNoText(String rest, int status, String slug) throws Exception {
        assertThat(raw(rest)).startsWith("HTTP/1.1 " + status).contains("problems/" + slug);
    }

    /** Java's own client refuses to send some of these. */
    private String raw(String rest) throws IOException {
        try (Socket socket = new Socket(desk.getHost(), desk.getPort())) {
            String get = "GET " + desk.getPath() + rest + " HTTP/1.1\r\nHost: x\r\n";
            socket.getOutputStream().write((get + "Connection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** The router refuses these itself, before any handler of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"?name=100%", "?name=%zz"})
    void refusesAnEncodingThatIsNone(String rest) throws Exception {
        assertThat(raw(rest)).startsWith("HTTP/1.1 400");
    }

    @Test
    void takesAnAddressWithEncodedUnicode() throws Exception {
        URI encoded = desk.resolve("/api/v1/desk?count=1&name=Z%C3%BCrich%20100%25");
        assertThat(send(HttpRequest.newBuilder(encoded).GET()).statusCode()).isEqualTo(200);
    }

    /** The server neither keeps reading forever nor keeps the connection. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 900000000", "Transfer-Encoding: chunked"})
    void endsTheConnectionOfAStrangerWhoGoesOnSending(String announced) throws Exception {
        try (Socket socket = new Socket(desk.getHost(), desk.getPort())) {
            head(socket, announced);
            assertThat(lines(socket).readLine()).startsWith("HTTP/1.1 4");
            byte[] chunk = ("1000\r\n" + "x".repeat(4_096) + "\r\n").getBytes(US_ASCII);
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    socket.getOutputStream().write(chunk);
                                }
                            })
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void keepsTheConnectionOfAStrangerWhoSendsLittle() throws Exception {
        try (Socket socket = new Socket(desk.getHost(), desk.getPort())) {
            BufferedReader answers = lines(socket);
            for (int i = 0; i < 3; i++) {
                head(socket, "Content-Length: 5");
                socket.getOutputStream().write("12345".getBytes(US_ASCII));
                assertThat(statusAfterAll(answers)).startsWith("HTTP/1.1 401");
            }
        }
    }

    private static void head(Socket socket, String announced) throws IOException {
        String head =
                "POST /api/v1/desk/mine HTTP/1.1\r\nHost: x\r\n"
                        + "Content-Type: application/json\r\n"
                        + announced
                        + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(US_ASCII));
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }

    /** Reads one whole answer and returns its first line. */
    private static String statusAfterAll(BufferedReader answers) throws IOException {
        String status = answers.readLine();
        int length = 0;
        for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        assertThat(answers.skip(length)).isEqualTo(length);
        return status;
    }

    @Test
    void refusesALargeBodyOfHttp2ThatSaysNoLength() {
        assertThat(h2Status("/api/v1/desk", "ada")).isEqualTo(413);
    }

    @Test
    void refusesAStrangerOfHttp2BeforeTheBody() {
        int before = Desk.CALLS.get();
        assertThat(h2Status("/api/v1/desk/mine", null)).isEqualTo(401);
        assertThat(Desk.CALLS.get()).isEqualTo(before);
    }

    /** Sends two megabytes as fast as the server takes them, and stops once it has answered. */
    private int h2Status(String path, String token) {
        HttpClientOptions h2 =
                new HttpClientOptions()
                        .setProtocolVersion(io.vertx.core.http.HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false);
        io.vertx.core.http.HttpClient client = vertx.createHttpClient(h2);
        return client.request(HttpMethod.POST, desk.getPort(), desk.getHost(), path)
                .compose(
                        request -> {
                            request.setChunked(true).putHeader("Content-Type", "application/json");
                            if (token != null) {
                                request.putHeader("Authorization", token);
                            }
                            request.exceptionHandler(_ -> {});
                            for (int i = 0; i < 32; i++) {
                                request.write(Buffer.buffer(" ".repeat(1 << 16)));
                            }
                            request.end();
                            return request.response();
                        })
                .map(HttpClientResponse::statusCode)
                .onComplete(_ -> client.close())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.body())
                .contains("\"type\":\"https://cavea.dev/problems/" + slug + "\"")
                .contains("\"status\":" + status)
                .doesNotContain("Exception");
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    private HttpResponse<String> post(String body, String key) throws Exception {
        return CLIENT.send(request(body, key), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String body, String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(desk)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return (key == null ? request : request.header("Idempotency-Key", key)).build();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
