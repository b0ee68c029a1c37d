package dev.cavea.platform.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.catalogue.Occasion;
import dev.cavea.platform.catalogue.PlanLayout;
import dev.cavea.platform.catalogue.Plans;
import dev.cavea.platform.catalogue.PriceVersion;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.edge.RawRoutes;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.kernel.Money;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class LiveRoutesTest {

    private static final long EVENT = 123_456_789_012_345L;
    private static final String ID = Ids.text(EVENT);
    private static final SeatingPlan PLAN = Plans.grid(4, 5);
    private static final Rules RULES = new Rules(50, 10, 600_000, 1, false, 0, List.of());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScriptedFeed feed = new ScriptedFeed();
    private final LiveMaps maps = new LiveMaps(new OneEvent());
    private final FeedFollower follower = new FeedFollower(feed, maps);
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong acknowledged = new AtomicLong();
    private HttpServer server;
    private int holds;

    @BeforeEach
    void start() throws Exception {
        follower.start();
        Router router = Router.router(vertx);
        RawRoutes routes = new RawRoutes(router, (_, _) -> null);
        WatcherLimits limits = new WatcherLimits(3, 2, request -> request.getHeader("X-From"));
        LiveRoutes.mount(routes, new OneEvent(), maps, acknowledged::get, limits);
        server =
                vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();
        feed.tell(new HouseOpened(EVENT, PlanLayout.of(PLAN), RULES));
    }

    @AfterEach
    void stop() throws Exception {
        follower.close();
        maps.close();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void tellsEverySeatInWordsWithTheVersionAsItsTag() throws Exception {
        long version = hold(3);
        HttpResponse<String> response = get("/seats");
        JsonNode body = JSON.readTree(response.body());
        assertThat(response.headers().firstValue("ETag")).hasValue("\"" + version + "\"");
        assertThat(body.path("eventId").asText()).isEqualTo(ID);
        assertThat(body.path("version").asLong()).isEqualTo(version);
        assertThat(body.path("seats")).hasSize(20);
        JsonNode seat = body.path("seats").get(3);
        assertThat(seat.path("id").asText()).isEqualTo(PLAN.seatId(3));
        assertThat(seat.path("section").asText()).isEqualTo(PLAN.section(3));
        assertThat(seat.path("row").asText()).isEqualTo(PLAN.row(3));
        assertThat(seat.path("number").asText()).isEqualTo(PLAN.number(3));
        assertThat(seat.path("zone").asText()).isEqualTo(PLAN.zones().get(PLAN.zone(3)));
        assertThat(seat.path("status").asText()).isEqualTo("held");
        assertThat(body.path("seats").get(4).path("status").asText()).isEqualTo("free");
    }

    @Test
    void whoWasToldOfAHoldFindsItOnTheMapThoughTheFeedIsLate() throws Exception {
        acknowledged.set(feed.position() + 1);
        var late =
                client.sendAsync(request("/seats").build(), HttpResponse.BodyHandlers.ofString());
        hold(3);
        JsonNode body = JSON.readTree(late.get().body());
        assertThat(body.path("seats").get(3).path("status").asText()).isEqualTo("held");
    }

    @Test
    void givesAnOlderMapWhenTheFeedHangs() throws Exception {
        acknowledged.set(Long.MAX_VALUE);
        assertThat(get("/seats").statusCode()).isEqualTo(200);
    }

    @Test
    void answersNotModifiedToWhoHasTheVersion() throws Exception {
        long version = hold(3);
        assertThat(get("/seats", "If-None-Match", "\"" + version + "\"").statusCode())
                .isEqualTo(304);
        assertThat(get("/seats", "If-None-Match", "\"1\"").statusCode()).isEqualTo(200);
    }

    @Test
    void eachFormHasATagOfItsOwn() throws Exception {
        long version = hold(3);
        String plain = tag("Accept", "application/json");
        String gzip = tag("Accept-Encoding", "gzip");
        String compact = tag("Accept", "application/vnd.cavea.seatmap");
        assertThat(List.of(plain, gzip, compact))
                .doesNotHaveDuplicates()
                .allMatch(tag -> tag.startsWith("\"" + version));
        // Having another form than the plain one does not mean having this one.
        assertThat(get("/seats", "Accept-Encoding", "gzip", "If-None-Match", compact).statusCode())
                .isEqualTo(200);
        assertThat(get("/seats", "Accept-Encoding", "gzip", "If-None-Match", gzip).statusCode())
                .isEqualTo(304);
    }

    @Test
    void whoNamesTheVersionHasItInWhicheverForm() throws Exception {
        long version = hold(3);
        for (String tag : List.of("\"" + version + "\"", "W/\"" + version + "\"")) {
            assertThat(get("/seats", "Accept-Encoding", "gzip", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            String compact = "application/vnd.cavea.seatmap";
            assertThat(get("/seats", "Accept", compact, "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        }
    }

    private String tag(String... headers) throws Exception {
        return get("/seats", headers).headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void soManyMayWatchAndNoMore() throws Exception {
        try (Stream first = streamFrom("192.0.2.1");
                Stream second = streamFrom("192.0.2.1")) {
            assertThat(first.next().event).isEqualTo("snapshot");
            assertThat(second.next().event).isEqualTo("snapshot");
            HttpResponse<String> third = get("/stream", "X-From", "192.0.2.1");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            Socket other = watch();
            other.bring(new SeatMapReader(), feed.position());
            HttpResponse<String> full = get("/stream", "X-From", "192.0.2.2");
            assertThat(full.statusCode()).isEqualTo(503);
            assertThat(full.body()).contains("overloaded");
            other.socket.abort();
        }
        while (maps.watchers() > 0) {
            Thread.onSpinWait();
        }
        try (Stream again = streamFrom("192.0.2.1")) {
            assertThat(again.next().event).isEqualTo("snapshot");
        }
    }

    private Stream streamFrom(String address) throws Exception {
        return opened(request("/stream").header("X-From", address));
    }

    @Test
    void compressesForWhoTakesIt() throws Exception {
        HttpResponse<byte[]> response =
                client.send(
                        request("/seats").header("Accept-Encoding", "gzip").build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        byte[] plain =
                new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertThat(JSON.readTree(plain).path("seats")).hasSize(20);
    }

    @Test
    void givesTheCompactFormToWhoAsks() throws Exception {
        long version = hold(0, 19);
        HttpResponse<byte[]> response =
                client.send(
                        request("/seats").header("Accept", "application/vnd.cavea.seatmap").build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.cavea.seatmap");
        SeatMapReader reader = new SeatMapReader();
        reader.read(response.body());
        assertThat(reader.event()).isEqualTo(EVENT);
        assertThat(reader.version()).isEqualTo(version);
        assertThat(PLAN.digest()).startsWith(reader.digestHex());
        assertThat(reader.state(0)).isEqualTo(1);
        assertThat(reader.state(19)).isEqualTo(1);
        assertThat(reader.state(7)).isZero();
    }

    @Test
    void doesNotKnowAnEventThatIsNotPublished() throws Exception {
        for (String id : List.of("nonsense", Ids.text(EVENT + 1))) {
            URI uri =
                    URI.create("http://127.0.0.1:%d/api/v1/events/%s/seats".formatted(port(), id));
            HttpResponse<String> response =
                    client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("unknown-event");
        }
    }

    @Test
    void aSocketGetsASnapshotAndThenEveryChange() throws Exception {
        long before = hold(1);
        Socket socket = watch();
        SeatMapReader reader = new SeatMapReader();
        socket.bring(reader, before);
        for (int seat = 5; seat < 15; seat++) {
            hold(seat);
        }
        socket.bring(reader, feed.position());
        assertThat(reader.state(1)).isEqualTo(1);
        assertThat(reader.state(14)).isEqualTo(1);
        assertThat(reader.state(15)).isZero();
        assertThat(socket.misses).isZero();
    }

    @Test
    void aSocketThatAsksGetsAnotherSnapshot() throws Exception {
        Socket socket = watch();
        SeatMapReader reader = new SeatMapReader();
        socket.bring(reader, feed.position());
        var _ = socket.socket.sendText("snapshot", true);
        byte[] again = socket.next();
        assertThat(again[5]).isEqualTo((byte) 1);
    }

    @Test
    void watchersGetASnapshotWhenTheFeedStartsAgain() throws Exception {
        Socket socket = watch();
        SeatMapReader reader = new SeatMapReader();
        socket.bring(reader, feed.position());
        feed.breakOff();
        long version = hold(2);
        socket.bring(reader, version);
        assertThat(reader.state(2)).isEqualTo(1);
    }

    @Test
    void saysThatTheLiveAddressIsAWebSocket() throws Exception {
        HttpResponse<String> response = get("/live");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("not-a-websocket");
    }

    @Test
    void aStreamTellsASnapshotAndThenDeltas() throws Exception {
        hold(1);
        try (Stream stream = stream(null)) {
            Sse first = stream.next();
            assertThat(first.event).isEqualTo("snapshot");
            JsonNode snapshot = JSON.readTree(first.data);
            assertThat(snapshot.path("seats")).hasSize(20);
            assertThat(first.id).isEqualTo(snapshot.path("version").asText());

            long version = hold(6);
            Sse second = stream.next();
            assertThat(second.event).isEqualTo("delta");
            assertThat(second.id).isEqualTo(Long.toString(version));
            JsonNode delta = JSON.readTree(second.data);
            assertThat(delta.path("eventId").asText()).isEqualTo(ID);
            assertThat(delta.path("fromVersion").asText()).isEqualTo(first.id);
            assertThat(delta.path("version").asLong()).isEqualTo(version);
            assertThat(delta.path("seats").toString())
                    .isEqualTo("[{\"id\":\"" + PLAN.seatId(6) + "\",\"status\":\"held\"}]");
        }
    }

    @Test
    void aStreamResumesAfterTheLastEventId() throws Exception {
        String known;
        try (Stream stream = stream(null)) {
            known = stream.next().id;
        }
        sell(hold(9), 9);
        try (Stream stream = stream(known)) {
            Sse first = stream.next();
            assertThat(first.event).isEqualTo("delta");
            assertThat(JSON.readTree(first.data).path("fromVersion").asText()).isEqualTo(known);
        }
    }

    @Test
    void aStreamThatCannotResumeStartsWithASnapshot() throws Exception {
        try (Stream stream = stream("999999")) {
            assertThat(stream.next().event).isEqualTo("snapshot");
        }
    }

    private long hold(int... seats) {
        holds++;
        return feed.tell(
                new PlacesHeld(EVENT, new HoldId(0, holds), 1, 0, Places.seats(seats), 1_000));
    }

    private void sell(long position, int seat) {
        assertThat(position).isPositive();
        feed.tell(new HoldSold(EVENT, new HoldId(0, holds), 1, Places.seats(seat)));
    }

    private int port() {
        return server.actualPort();
    }

    private HttpRequest.Builder request(String end) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/api/v1/events/%s%s".formatted(port(), ID, end)));
    }

    private HttpResponse<String> get(String end, String... headers) throws Exception {
        HttpRequest.Builder request = request(end);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Socket watch() throws Exception {
        Socket listener = new Socket();
        URI uri = URI.create("ws://127.0.0.1:%d/api/v1/events/%s/live".formatted(port(), ID));
        listener.socket = client.newWebSocketBuilder().buildAsync(uri, listener).get();
        return listener;
    }

    private Stream stream(String lastEventId) throws Exception {
        HttpRequest.Builder request = request("/stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return opened(request);
    }

    private Stream opened(HttpRequest.Builder request) throws Exception {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        return new Stream(new BufferedReader(new InputStreamReader(response.body(), UTF_8)));
    }

    private static final class Socket implements WebSocket.Listener {
        private final BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
        private WebSocket socket;
        private int misses;

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
            byte[] message = new byte[bytes.remaining()];
            bytes.get(message);
            messages.add(message);
            from.request(1);
            return null;
        }

        byte[] next() throws InterruptedException {
            byte[] message = messages.poll(10, TimeUnit.SECONDS);
            assertThat(message).as("a message within ten seconds").isNotNull();
            return message;
        }

        void bring(SeatMapReader reader, long version) throws InterruptedException {
            while (reader.version() < version) {
                if (reader.read(next()) == SeatMapReader.Outcome.MISSED_SOMETHING) {
                    misses++;
                }
            }
        }
    }

    private record Sse(String event, String id, String data) {}

    private record Stream(BufferedReader lines) implements AutoCloseable {
        Sse next() throws IOException {
            String event = null;
            String id = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    return new Sse(event, id, line.substring(6));
                }
            }
            throw new IOException("the stream ended");
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private static final class OneEvent implements Catalogue {
        private static final EventOnSale ON_SALE =
                new EventOnSale(
                        EVENT,
                        1,
                        Occasion.of("A play", Instant.EPOCH),
                        false,
                        PLAN,
                        new PriceVersion(
                                0, List.of(new Money(5_000, "EUR")), List.of(new Money(0, "EUR"))),
                        List.of(),
                        RULES,
                        null);

        @Override
        public EventOnSale onSale(long eventId) {
            return eventId == EVENT ? ON_SALE : null;
        }

        @Override
        public Collection<EventOnSale> allOnSale() {
            return List.of(ON_SALE);
        }
    }
}
