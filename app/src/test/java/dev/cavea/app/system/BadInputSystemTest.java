package dev.cavea.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets its problem document and changes nothing. */
@Tag("system")
@Timeout(120)
final class BadInputSystemTest {

    @TempDir static Path folder;
    private static RunningServer server;
    private static Api api;
    private static String admin;
    private static String fan;
    private static String event;
    private static String before;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(folder.resolve("data"));
        api = new Api(server.address());
        admin = api.admin();
        fan = api.guest();
        event = api.publishGrid(admin, "{}");
        before = seats();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Whatever a test sent, the house is as it was. */
    @AfterEach
    void nothingChanged() throws Exception {
        assertThat(seats()).isEqualTo(before);
    }

    @Test
    void unknownSeat() throws Exception {
        Api.Reply reply = api.hold(event, fan, List.of("NO-SUCH-1"));
        refused(reply, 404, "unknown-seat");
        assertThat(reply.json().path("unknown").toString()).isEqualTo("[\"NO-SUCH-1\"]");
    }

    @Test
    void unknownEvent() throws Exception {
        refused(api.hold("0000000000000", fan, List.of("A-1-1")), 404, "unknown-event");
        refused(api.hold("nonsense", fan, List.of("A-1-1")), 404, "unknown-event");
    }

    @Test
    void seatTwiceInOneRequest() throws Exception {
        String seat = seat(0);
        assertThat(api.hold(event, fan, List.of(seat, seat)).status()).isEqualTo(422);
    }

    @Test
    void tenThousandSeatsInOneRequest() throws Exception {
        List<String> seats = IntStream.range(0, 10_000).mapToObj(i -> "A-1-" + i).toList();
        Api.Reply reply = api.hold(event, fan, seats);
        assertThat(reply.status()).as(reply.body()).isBetween(400, 422);
        assertThat(reply.slug()).isNotEmpty();
    }

    @Test
    void noSeats() throws Exception {
        assertThat(api.hold(event, fan, List.of()).status()).isEqualTo(422);
    }

    @Test
    void foreignHold() throws Exception {
        String mine = api.guest();
        Api.Reply held = api.hold(event, mine, List.of(seat(7)));
        String hold = held.json().path("holdId").asText();
        assertThat(api.delete("/api/v1/holds/" + hold, fan).status()).isIn(403, 404);
        assertThat(api.post("/api/v1/holds/" + hold + "/extend", fan, "").status()).isIn(403, 404);
        assertThat(api.book(fan, hold, "tok_ok").status()).isIn(403, 404);
        assertThat(api.delete("/api/v1/holds/" + hold, mine).status()).isEqualTo(204);
    }

    @Test
    void malformedJson() throws Exception {
        refused(holds(fan, "{\"seats\": [\"A"), 400, "");
        refused(holds(fan, "not json"), 400, "");
        refused(holds(fan, ""), 400, "malformed-json");
        refused(api.post("/api/v1/bookings", fan, "{\"holdId\": "), 400, "");
    }

    @Test
    void jsonNestedTooDeep() throws Exception {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        refused(holds(fan, "{\"seats\": " + deep + "}"), 400, "malformed-json");
        refused(holds(fan, deep), 400, "malformed-json");
        refused(api.post("/api/v1/bookings", fan, deep), 400, "");
    }

    @Test
    void twoMegabytes() throws Exception {
        String large = "{\"seats\": [\"" + "x".repeat(2 << 20) + "\"]}";
        assertThat(holds(fan, large).status()).isEqualTo(413);
        assertThat(api.post("/api/v1/bookings", fan, large).status()).isEqualTo(413);
    }

    @Test
    void twoMegabytesInChunks() throws Exception {
        byte[] large = "x".repeat(2 << 20).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                api.request("/api/v1/events/" + event + "/holds", fan)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(large)));
        assertThat(api.send(request).status()).isEqualTo(413);
    }

    @Test
    void wrongTypes() throws Exception {
        for (String body :
                List.of(
                        "{\"seats\": \"A-1-1\"}",
                        "{\"seats\": [1, 2]}",
                        "{\"best\": {\"count\": \"two\"}}",
                        "{\"best\": {\"count\": -1}}",
                        "{\"area\": 5, \"quantity\": \"x\"}",
                        "[]",
                        "{}")) {
            assertThat(holds(fan, body).status()).as(body).isIn(400, 422);
        }
        assertThat(api.post("/api/v1/bookings", fan, "{\"holdId\": 5}").status())
                .isIn(400, 404, 422);
    }

    @Test
    void badTokens() throws Exception {
        String forged = fan.substring(0, fan.length() - 4) + "AAAA";
        String none =
                base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + fan.split("\\.", -1)[1] + ".";
        for (String token : List.of(forged, none, "nonsense", "a.b.c")) {
            refused(api.hold(event, token, List.of(seat(1))), 401, "unauthorized");
            refused(api.get("/api/v1/bookings/my-bookings", token), 401, "unauthorized");
        }
        refused(api.hold(event, null, List.of(seat(1))), 401, "unauthorized");
    }

    @Test
    void plansThatAreNone() throws Exception {
        for (String plan :
                List.of(
                        "{\"format\": \"cavea-plan/1\", ",
                        "{\"generate\": {\"kind\": \"grid\", \"rows\": 1000000,"
                                + " \"seatsPerRow\": 1000000}}",
                        "{\"generate\": {\"kind\": \"pyramid\"}}",
                        duplicateIds())) {
            Api.Reply reply = api.post("/api/v1/admin/plans", admin, plan);
            assertThat(reply.status()).as(reply.body()).isIn(400, 422);
            assertThat(reply.slug()).isNotEmpty();
        }
        refused(api.post("/api/v1/admin/plans", fan, "{}"), 403, "forbidden");
    }

    @Test
    void addressesThatAreNone() throws Exception {
        refused(api.get("/api/v1/nothing/here", null), 404, "not-found");
        refused(api.get("/api/v1/events/nonsense", null), 404, "");
        refused(api.get("/api/v1/events/nonsense/seats", null), 404, "unknown-event");
    }

    private static String duplicateIds() {
        return """
        {"format": "cavea-plan/1", "name": "Twice", "size": {"width": 100, "height": 100},
         "pitch": 10, "zones": [{"name": "All"}],
         "sections": [{"id": "A", "name": "A", "rows": [
           {"label": "1", "numbers": ["1", "2"], "ids": ["X", "X"], "x": [10, 20], "y": [10, 10],
            "zones": 0}]}]}
        """;
    }

    private static Api.Reply holds(String token, String body) throws Exception {
        return api.post("/api/v1/events/" + event + "/holds", token, body);
    }

    private static void refused(Api.Reply reply, int status, String slug) throws Exception {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        if (!slug.isEmpty()) {
            assertThat(reply.slug()).isEqualTo(slug);
        }
    }

    private static String seat(int index) throws Exception {
        return api.get("/api/v1/events/" + event + "/seats", null)
                .json()
                .path("seats")
                .get(index)
                .path("id")
                .asText();
    }

    /** All seats with their status, without the version, which a hold and its release move. */
    private static String seats() throws Exception {
        return api.get("/api/v1/events/" + event + "/seats", null)
                .json()
                .path("seats")
                .valueStream()
                .map(seat -> seat.path("id").asText() + seat.path("status").asText())
                .collect(Collectors.joining(" "));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
