package dev.cavea.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Simulated fans buy as anybody would, say that they are simulated, and go home by themselves. */
@Tag("system")
@Timeout(180)
final class CrowdSystemTest {

    @TempDir static Path folder;
    private static RunningServer server;
    private static Api api;
    private static String admin;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(folder.resolve("data"));
        api = new Api(server.address());
        admin = api.admin();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void fillsAHouseAndGoesHome() throws Exception {
        String event = api.publishGrid(admin, "{}");
        JsonNode begun = start(event, "{\"fansPerMinute\": 6000}");
        assertThat(begun.path("running").asBoolean()).isTrue();
        assertThat(begun.path("simulated").asBoolean()).isTrue();
        JsonNode over = await(event, state -> !state.path("running").asBoolean());
        assertThat(over.path("endReason").asText()).isEqualTo("full");
        assertThat(over.path("failures").asLong()).isZero();
        int sold = over.path("sold").asInt();
        assertThat(sold).isBetween(40, 100);
        JsonNode seats = api.get("/api/v1/events/" + event + "/seats", null).json().path("seats");
        int counted = 0;
        for (JsonNode seat : seats) {
            counted += seat.path("status").asText().equals("sold") ? 1 : 0;
        }
        assertThat(counted).isEqualTo(sold);
        JsonNode summary = api.get("/api/v1/events/" + event, null).json();
        assertThat(summary.path("soldOut").asBoolean()).isTrue();
    }

    @Test
    void goesHomeWhenItIsSent() throws Exception {
        String event = api.publishGrid(admin, "{}");
        start(event, "{\"fans\": 60}");
        JsonNode sent = api.delete(crowd(event), admin).json();
        assertThat(sent.path("running").asBoolean()).isFalse();
        assertThat(sent.path("endReason").asText()).isEqualTo("stopped");
    }

    @Test
    void comesOnlyForWhoMayOrganise() throws Exception {
        String event = api.publishGrid(admin, "{}");
        assertThat(api.post(crowd(event), api.guest(), "{}").status()).isEqualTo(403);
        assertThat(api.post(crowd(event), null, "{}").status()).isEqualTo(401);
        assertThat(api.post(crowd(event), admin, "{\"fans\": 1000000}").status()).isEqualTo(422);
        assertThat(api.get(crowd(event), admin).json().path("running").asBoolean()).isFalse();
    }

    private static String crowd(String event) {
        return "/api/v1/admin/events/" + event + "/crowd";
    }

    private static JsonNode start(String event, String body) throws Exception {
        Api.Reply reply = api.post(crowd(event), admin, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode await(String event, Predicate<JsonNode> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            JsonNode state = api.get(crowd(event), admin).json();
            if (condition.test(state)) {
                return state;
            }
            assertThat(System.nanoTime()).as(state.toString()).isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
