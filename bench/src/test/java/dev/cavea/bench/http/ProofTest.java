package dev.cavea.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A proof that cannot fail proves nothing: here the server lies, each time in another way. */
@Timeout(60)
class ProofTest {

    private static final Site.OnSale EVENT = new Site.OnSale("e", List.of("A-1", "A-2"));

    /** Answers by path and token. */
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private final Diary diary = new Diary();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String token = exchange.getRequestHeaders().getFirst("Authorization");
                    String path = exchange.getRequestURI().getPath();
                    String answer =
                            answers.getOrDefault(
                                    path + " " + token, answers.getOrDefault(path, ""));
                    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(answer.isEmpty() ? 404 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        diary.came("ada");
        diary.came("bob");
        booking("ada", "b1", "A-1", "t1", "confirmed");
        booking("bob", "b2", "A-2", "t2", "confirmed");
        map("sold", "sold");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsNothingWhenAllRecordsAgree() {
        diary.bought(new Diary.Bought("ada", "b1", List.of("A-1")));
        diary.held(new Diary.Held("ada", List.of("A-1"), 0, 1_000));
        diary.held(new Diary.Held("bob", List.of("A-1"), 1_000, 2_000));
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsASeatThatWasSoldTwice() {
        booking("bob", "b2", "A-1", "t2", "confirmed");
        map("sold", "free");
        assertThat(findings()).singleElement().asString().contains("SEAT A-1 WAS SOLD TWICE");
    }

    @Test
    void findsATicketThatWasGivenTwice() {
        booking("bob", "b2", "A-2", "t1", "confirmed");
        assertThat(findings()).containsExactly("ticket t1 was given twice");
    }

    @Test
    void findsASeatThatTwoFansHeldAtOnce() {
        diary.held(new Diary.Held("ada", List.of("A-1"), 0, 1_000));
        diary.held(new Diary.Held("bob", List.of("A-1"), 500, 2_000));
        assertThat(findings()).containsExactly("seat A-1 was held by two fans at once");
    }

    @Test
    void findsASeatThatIsSoldToNobody() {
        booking("bob", "b2", "A-2", "t2", "payment_failed");
        answers.put("/api/v1/bookings/b2/tickets", "{\"items\":[]}");
        assertThat(findings()).singleElement().asString().contains("without a ticket: [A-2]");
    }

    @Test
    void findsATicketForABookingThatFailed() {
        booking("bob", "b2", "A-2", "t2", "payment_failed");
        map("sold", "free");
        assertThat(findings()).containsExactly("booking b2 failed and has a valid ticket");
    }

    @Test
    void findsABookingThatItsBuyerDoesNotSee() {
        diary.bought(new Diary.Bought("ada", "b9", List.of("A-1")));
        assertThat(findings()).singleElement().asString().contains("booking b9");
    }

    private List<String> findings() {
        try (Api api = new Api(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
            return new Proof(api, EVENT, diary).findings();
        }
    }

    private void booking(String token, String id, String seat, String ticket, String status) {
        answers.put(
                "/api/v1/bookings/my-bookings Bearer " + token,
                """
                {"items": [{"id": "%s", "seats": ["%s"]}], "nextCursor": null}
                """
                        .formatted(id, seat));
        answers.put("/api/v1/bookings/" + id, "{\"status\": \"%s\"}".formatted(status));
        answers.put(
                "/api/v1/bookings/" + id + "/tickets",
                """
                {"items": [{"id": "%s", "seat": "%s", "status": "valid"}]}
                """
                        .formatted(ticket, seat));
    }

    private void map(String first, String second) {
        answers.put(
                "/api/v1/events/e/seats",
                """
                {"seats": [{"id": "A-1", "status": "%s"}, {"id": "A-2", "status": "%s"}]}
                """
                        .formatted(first, second));
    }
}
