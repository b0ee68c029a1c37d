package dev.cavea.platform.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.HotIdempotency;
import dev.cavea.platform.edge.IdempotencyStore;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.edge.KeptAnswers;
import dev.cavea.platform.edge.Life;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.RawRoutes;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.testing.TestLedger;
import dev.cavea.platform.testing.TestPostgres;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The route over real HTTP, on a real event loop and a real ledger. */
@Timeout(60)
class HoldRouteTest {

    private static final AtomicLong EVENTS = new AtomicLong(500);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static TestLedger ledger;
    private static Stage stage;
    private static Vertx vertx;
    private static HttpServer server;
    private static HotIdempotency idempotency;
    private final long event = EVENTS.incrementAndGet();

    /** The token is the account's number. */
    private static Caller numbered(Access access, String authorization) {
        if (authorization == null) {
            throw new Problem(401, "unauthorized", "No token", "A token is missing.");
        }
        long account = Long.parseLong(authorization.substring("Bearer ".length()));
        return new Caller(account, Role.FAN, Long.MAX_VALUE);
    }

    @BeforeAll
    static void start() {
        ledger = TestLedger.start();
        stage = new Stage(ledger.client());
        Jdbi database = Jdbi.create(TestPostgres.freshDatabase("edge"));
        IdempotencyStore store = new IdempotencyStore(database, Clock.systemUTC(), Life.at(1));
        idempotency = new HotIdempotency(new KeptAnswers(database, store, Clock.systemUTC()));
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        HoldDesk desk = new HoldDesk(ledger.client(), stage, new LiveHolds(stage), _ -> false);
        new RawRoutes(router, HoldRouteTest::numbered)
                .mount(HoldRoute.ORDER, new HoldRoute(desk, idempotency));
        server =
                vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        idempotency.close();
        ledger.close();
    }

    @BeforeEach
    void open() {
        stage.open(event, UnaryOperator.identity());
    }

    private HttpRequest.Builder request(String body) {
        String address =
                "http://127.0.0.1:%d/api/v1/events/%s/holds"
                        .formatted(server.actualPort(), Ids.text(event));
        return HttpRequest.newBuilder(URI.create(address))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> post(long account, String body) throws Exception {
        return send(request(body).header("Authorization", "Bearer " + account));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return Json.mapper().readTree(response.body());
    }

    private static void assertProblem(HttpResponse<String> response, int status, String slug)
            throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(json(response).get("type").asText())
                .isEqualTo("https://cavea.dev/problems/" + slug);
        assertThat(json(response).get("status").asInt()).isEqualTo(status);
    }

    @Test
    void answers201WithTheHoldAndWhereItIs() throws Exception {
        HttpResponse<String> response = post(1, "{\"seats\":[\"A-1-1\",\"A-1-2\"]}");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode hold = json(response);
        assertThat(hold.get("eventId").asText()).isEqualTo(Ids.text(event));
        assertThat(hold.get("seats")).hasToString("[\"A-1-1\",\"A-1-2\"]");
        assertThat(hold.get("total").get("amountMinor").asLong()).isEqualTo(11_000);
        assertThat(hold.get("total").get("currency").asText()).isEqualTo("EUR");
        assertThat(Instant.parse(hold.get("expiresAt").asText())).isAfter(Instant.now());
        assertThat(HoldName.parse(hold.get("holdId").asText())).isPresent();
        assertThat(response.headers().firstValue("Location"))
                .contains("/api/v1/holds/" + hold.get("holdId").asText());
    }

    @Test
    void answers409WithTheSeatsThatAreTaken() throws Exception {
        post(1, "{\"seats\":[\"A-1-1\"]}");
        HttpResponse<String> response = post(2, "{\"seats\":[\"A-1-1\",\"A-1-2\"]}");
        assertProblem(response, 409, "seats-taken");
        assertThat(json(response).get("taken")).hasToString("[\"A-1-1\"]");
    }

    @Test
    void holdsPlacesInAnArea() throws Exception {
        JsonNode hold = json(post(1, "{\"area\":\"PIT\",\"quantity\":2}"));
        assertThat(hold.get("seats").isEmpty()).isTrue();
        assertThat(hold.get("area").asText()).isEqualTo("PIT");
        assertThat(hold.get("quantity").asInt()).isEqualTo(2);
    }

    @Test
    void refusesWithoutATokenBeforeAnythingElse() throws Exception {
        assertProblem(send(request("{")), 401, "unauthorized");
    }

    @Test
    void refusesBadBodiesAndChangesNothing() throws Exception {
        String many =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "\"A-1-" + i + "\"")
                        .collect(Collectors.joining(",", "{\"seats\":[", "]}"));
        assertProblem(post(1, many), 422, "too-many-seats");
        assertProblem(post(1, "{\"seats\":[\"A-1-1\",\"A-1-1\"]}"), 422, "duplicate-seat");
        assertProblem(post(1, "{\"seats\":[\"A-1-1\",\"Z\"]}"), 404, "unknown-seat");
        assertProblem(post(1, "{\"seats\":\"A-1-1\"}"), 422, "invalid-field");
        assertProblem(post(1, "{\"seats\":[\"A-1-1\""), 400, "malformed-json");
        assertProblem(post(1, "{\"x\":" + "[".repeat(100_000)), 400, "malformed-json");
        assertProblem(post(1, ""), 400, "malformed-json");
        assertThat(post(1, "{\"seats\":[\"A-1-1\"]}").statusCode()).isEqualTo(201);
    }

    @Test
    void refusesAnEventThatDoesNotExist() throws Exception {
        String address = "http://127.0.0.1:" + server.actualPort() + "/api/v1/events/%s/holds";
        for (String id : List.of("nonsense", Ids.text(1))) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address.formatted(id)))
                            .header("Authorization", "Bearer 1")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"seats\":[\"A\"]}"));
            assertProblem(send(request), 404, "unknown-event");
        }
    }

    @Test
    void refusesABodyOfTwoMegabytesAlsoWhenItDoesNotSaySo() throws Exception {
        String head =
                "POST /api/v1/events/"
                        + Ids.text(event)
                        + "/holds HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer 1\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] chunk =
                    ("10000\r\n" + " ".repeat(0x10000) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 17; i++) {
                out.write(chunk);
            }
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void aKeyGivesTheSameAnswerAgainAndRefusesAnotherBody() throws Exception {
        String body = "{\"seats\":[\"A-1-1\"]}";
        HttpResponse<String> first = keyed(1, "k1", body);
        HttpResponse<String> again = keyed(1, "k1", body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertProblem(keyed(1, "k1", "{\"seats\":[\"A-1-2\"]}"), 422, "idempotency-key-reused");
        assertProblem(keyed(2, "k1", body), 409, "seats-taken");
        HttpResponse<String> stillTaken = keyed(2, "k1", body);
        assertThat(stillTaken.statusCode()).isEqualTo(409);
        assertThat(stillTaken.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    private HttpResponse<String> keyed(long account, String key, String body) throws Exception {
        return send(
                request(body)
                        .header("Authorization", "Bearer " + account)
                        .header("Idempotency-Key", key));
    }

    @Test
    void ofManyAtOnceOneWinsEachSeat() {
        List<CompletableFuture<Integer>> answers =
                IntStream.range(0, 300)
                        .mapToObj(
                                i ->
                                        CLIENT.sendAsync(
                                                        request(
                                                                        "{\"seats\":[\"A-1-"
                                                                                + (i % 10 + 1)
                                                                                + "\"]}")
                                                                .header(
                                                                        "Authorization",
                                                                        "Bearer " + (1_000 + i))
                                                                .build(),
                                                        HttpResponse.BodyHandlers.ofString())
                                                .thenApply(HttpResponse::statusCode))
                        .toList();
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(10);
    }
}
