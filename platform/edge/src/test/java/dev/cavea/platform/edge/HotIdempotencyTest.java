package dev.cavea.platform.edge;

import static dev.cavea.platform.edge.IdempotencyStoreTest.bytes;
import static dev.cavea.platform.edge.IdempotencyStoreTest.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.platform.storage.QuietJdbi;
import dev.cavea.platform.testing.TestPostgres;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HotIdempotencyTest {

    private static final Answer HELD = new Answer(201, Map.of(), bytes("{\"holdId\":\"1\"}"));
    private static final Answer TAKEN = new Answer(409, Map.of(), bytes("{\"taken\":[]}"));

    private Jdbi database;

    @BeforeEach
    void start() {
        database = QuietJdbi.over(TestPostgres.freshDatabase("edge"));
    }

    @Test
    void givesARepeatedRequestTheSameAnswerFromMemory() {
        try (HotIdempotency hot = open()) {
            mine(hot, "key", "body").settle(TAKEN);
            assertThat(replay(hot, "key", "body")).isSameAs(TAKEN);
        }
    }

    @Test
    void givesTheSameAnswerAfterARestart() {
        try (HotIdempotency hot = open()) {
            for (int i = 0; i < 1_500; i++) {
                mine(hot, "key" + i, "body").settle(HELD);
            }
        }
        try (HotIdempotency hot = open()) {
            assertThat(replay(hot, "key0", "body").body()).isEqualTo(HELD.body());
            assertThat(replay(hot, "key1499", "body").status()).isEqualTo(201);
            assertThat(mine(hot, "new", "body")).isNotNull();
            assertReused(hot, "key7");
        }
    }

    @Test
    void refusalsTakeNoDisk() {
        Answer wordy = new Answer(404, Map.of(), new byte[12_800]);
        try (HotIdempotency hot = open()) {
            mine(hot, "taken", "body").settle(TAKEN);
            mine(hot, "wordy", "body").settle(wordy);
            mine(hot, "held", "body").settle(HELD);
            assertThat(replay(hot, "taken", "body")).isSameAs(TAKEN);
            // Nothing was done, so it is asked again rather than kept.
            assertThat(mine(hot, "wordy", "body")).isNotNull();
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void oneCallerGetsSoManyRowsADay() {
        try (HotIdempotency hot = open()) {
            for (int i = 0; i < RowBudget.ROWS + 10; i++) {
                mine(hot, "key" + i, "body").settle(HELD);
            }
        }
        assertThat(rows()).isEqualTo(RowBudget.ROWS);
    }

    private int rows() {
        return database.withHandle(
                handle ->
                        handle.createQuery("SELECT count(*) FROM edge.answer")
                                .mapTo(Integer.class)
                                .one());
    }

    @Test
    void refusesTheKeyWithAnotherBody() {
        try (HotIdempotency hot = open()) {
            mine(hot, "key", "body").settle(TAKEN);
            assertReused(hot, "key");
        }
    }

    @Test
    void letsASecondRequestWaitForTheFirst() {
        try (HotIdempotency hot = open()) {
            Turn.Mine first = mine(hot, "key", "body");
            CompletableFuture<Turn> second = hot.turn(request("key", "body")).toCompletableFuture();
            assertThat(second).isNotDone();
            first.settle(TAKEN);
            assertThat(((Turn.Replay) second.join()).answer()).isSameAs(TAKEN);
        }
    }

    @Test
    void answers409WhenTheFirstComesToNothing() {
        try (HotIdempotency hot = open()) {
            Turn.Mine first = mine(hot, "key", "body");
            CompletableFuture<Turn> second = hot.turn(request("key", "body")).toCompletableFuture();
            first.settle(new Answer(503, Map.of(), new byte[0]));
            assertThatThrownBy(second::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem ->
                                    assertThat(problem.slug())
                                            .isEqualTo("idempotency-in-progress"));
            assertThat(mine(hot, "key", "body")).isNotNull();
        }
    }

    @Test
    void makesTheSameIdFromTheSameCallerAndKeyOnly() {
        UUID id = KeyedRequest.derivedId("7", "event-1", "key");
        assertThat(KeyedRequest.derivedId("7", "event-1", "key")).isEqualTo(id);
        assertThat(KeyedRequest.derivedId("8", "event-1", "key")).isNotEqualTo(id);
        assertThat(KeyedRequest.derivedId("7", "event-2", "key")).isNotEqualTo(id);
        assertThat(KeyedRequest.derivedId("7", "event-1", "yek")).isNotEqualTo(id);
    }

    private static void assertReused(HotIdempotency hot, String key) {
        assertThatThrownBy(
                        () ->
                                hot.turn(request(key, "other"))
                                        .toCompletableFuture()
                                        .get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.slug()).isEqualTo("idempotency-key-reused"));
    }

    private static Turn.Mine mine(HotIdempotency hot, String key, String body) {
        return (Turn.Mine) hot.turn(request(key, body)).toCompletableFuture().join();
    }

    private static Answer replay(HotIdempotency hot, String key, String body) {
        return ((Turn.Replay) hot.turn(request(key, body)).toCompletableFuture().join()).answer();
    }

    private HotIdempotency open() {
        Clock clock = Clock.systemUTC();
        return new HotIdempotency(
                new KeptAnswers(
                        database, new IdempotencyStore(database, clock, Life.at(1)), clock));
    }
}
