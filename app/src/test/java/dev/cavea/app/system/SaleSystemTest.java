package dev.cavea.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One seat, all the way, through the packaged server; and again after a kill. */
@Tag("system")
@Timeout(240)
final class SaleSystemTest {

    private static final int FREE = 0;
    private static final int HELD = 1;
    private static final int SOLD = 2;

    @TempDir Path folder;

    @Test
    void aPersonHoldsPaysAndOwnsASeatAndEverybodySeesIt() throws Exception {
        try (RunningServer server = RunningServer.start(folder.resolve("data"))) {
            Api api = new Api(server.address());
            String event = api.publishGrid(api.admin(), "{}");
            List<String> seats = seats(api, event);
            String fan = registered(api);

            try (Watch watch = new Watch(server.address(), event)) {
                watch.await(0, FREE);
                Api.Reply held = api.hold(event, fan, seats.subList(0, 2));
                assertThat(held.status()).as(held.body()).isEqualTo(201);
                assertThat(held.json().path("total").path("amountMinor").asLong())
                        .isEqualTo(10_000);
                watch.await(0, HELD);

                Api.Reply other = api.hold(event, api.guest(), seats.subList(1, 3));
                assertThat(other.status()).isEqualTo(409);
                assertThat(other.slug()).isEqualTo("seats-taken");
                assertThat(other.json().path("taken").toString())
                        .isEqualTo("[\"" + seats.get(1) + "\"]");

                Api.Reply booked = api.book(fan, held.json().path("holdId").asText(), "tok_ok");
                assertThat(booked.status()).as(booked.body()).isEqualTo(201);
                assertThat(booked.json().path("status").asText()).isEqualTo("confirmed");
                watch.await(0, SOLD);
                watch.await(1, SOLD);

                JsonNode tickets = tickets(api, fan, booked.json().path("id").asText());
                assertThat(tickets).hasSize(2);
            }
        }
    }

    @Test
    void everythingAcknowledgedIsThereAfterAKill() throws Exception {
        Path data = folder.resolve("data");
        String event;
        List<String> seats;
        String booking;
        String fan;
        String hold;
        RunningServer first = RunningServer.start(data);
        try (first) {
            Api api = new Api(first.address());
            event = api.publishGrid(api.admin(), "{}");
            seats = seats(api, event);
            fan = registered(api);
            Api.Reply sold = api.hold(event, fan, seats.subList(0, 2));
            booking =
                    api.book(fan, sold.json().path("holdId").asText(), "tok_ok")
                            .json()
                            .path("id")
                            .asText();
            hold = api.hold(event, fan, seats.subList(4, 5)).json().path("holdId").asText();
            first.kill();
        }
        try (RunningServer second = RunningServer.start(data)) {
            Api api = new Api(second.address());
            assertThat(api.status(event, seats.get(0))).isEqualTo("sold");
            assertThat(api.status(event, seats.get(1))).isEqualTo("sold");
            assertThat(api.status(event, seats.get(4))).isEqualTo("held");
            assertThat(api.status(event, seats.get(5))).isEqualTo("free");
            assertThat(tickets(api, fan, booking)).hasSize(2);
            Api.Reply booked = api.book(fan, hold, "tok_ok");
            assertThat(booked.json().path("status").asText())
                    .as(booked.body())
                    .isEqualTo("confirmed");
            assertThat(second.stop()).isZero();
        }
        try (RunningServer third = RunningServer.start(data)) {
            assertThat(new Api(third.address()).status(event, seats.get(4))).isEqualTo("sold");
        }
    }

    private static String registered(Api api) throws Exception {
        String password = "a long enough password 7";
        api.post(
                "/api/v1/auth/register",
                null,
                "{\"email\":\"fan@test.example\",\"password\":\"%s\",\"name\":\"A Fan\"}"
                        .formatted(password));
        return api.login("fan@test.example", password);
    }

    private static List<String> seats(Api api, String event) throws Exception {
        List<String> ids = new ArrayList<>();
        Api.Reply reply = api.get("/api/v1/events/" + event + "/seats", null);
        reply.json().path("seats").forEach(seat -> ids.add(seat.path("id").asText()));
        assertThat(ids).hasSize(100);
        return ids;
    }

    private static JsonNode tickets(Api api, String token, String booking) throws Exception {
        Api.Reply reply = api.get("/api/v1/bookings/" + booking + "/tickets", token);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode json = reply.json();
        return json.isArray() ? json : json.path("items");
    }
}
