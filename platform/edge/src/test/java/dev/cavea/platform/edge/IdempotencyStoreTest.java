package dev.cavea.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cavea.platform.storage.QuietJdbi;
import dev.cavea.platform.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdempotencyStoreTest {

    private static final Answer CREATED =
            new Answer(201, Map.of("Location", "/x/1"), bytes("{\"id\":\"1\"}"));
    private static Jdbi database;

    private final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.parse("2026-11-21T10:00:00.123456789Z"));
    private IdempotencyStore store;

    @BeforeAll
    static void start() {
        database = QuietJdbi.over(TestPostgres.freshDatabase("edge"));
    }

    @BeforeEach
    void empty() {
        database.useHandle(handle -> handle.execute("TRUNCATE edge.answer"));
        store = open(1);
    }

    @Test
    void givesARepeatedRequestTheSameAnswer() {
        mine(request("key", "body")).settle(CREATED);
        Turn turn = store.begin(request("key", "body"));
        assertThat(turn).isInstanceOf(Turn.Replay.class);
        Answer again = ((Turn.Replay) turn).answer();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.headers()).isEqualTo(CREATED.headers());
        assertThat(again.body()).isEqualTo(CREATED.body());
    }

    @Test
    void refusesTheKeyWithAnotherBody() {
        mine(request("key", "body")).settle(CREATED);
        assertThat(refused(request("key", "other")).slug()).isEqualTo("idempotency-key-reused");
        assertThat(refused(request("key", "other")).status()).isEqualTo(422);
    }

    @Test
    void keepsTheKeysOfCallersAndPathsApart() {
        mine(request("key", "body")).settle(CREATED);
        assertThat(store.begin(KeyedRequest.of("other", "POST", "/x", "key", bytes("body"))))
                .isInstanceOf(Turn.Mine.class);
        assertThat(store.begin(KeyedRequest.of("me", "POST", "/y", "key", bytes("body"))))
                .isInstanceOf(Turn.Mine.class);
    }

    @Test
    void letsASecondRequestWaitForTheFirst() throws Exception {
        store = new IdempotencyStore(database, Clock.systemUTC(), Life.at(1));
        Turn.Mine first = mine(request("key", "body"));
        CompletableFuture<Turn> second =
                CompletableFuture.supplyAsync(() -> store.begin(request("key", "body")));
        first.settle(CREATED);
        assertThat(second.get(10, TimeUnit.SECONDS)).isInstanceOf(Turn.Replay.class);
    }

    @Test
    void answers409WhenTheFirstTakesTooLong() {
        mine(request("key", "body"));
        Problem problem = refused(request("key", "body"));
        assertThat(problem.slug()).isEqualTo("idempotency-in-progress");
        assertThat(problem.headers()).containsKey("Retry-After");
    }

    @Test
    void givesExactlyOneOfManyTheTurn() throws Exception {
        store = new IdempotencyStore(database, Clock.systemUTC(), Life.at(1));
        CountDownLatch mine = new CountDownLatch(1);
        var replays = new java.util.concurrent.atomic.AtomicInteger();
        var turns = new java.util.concurrent.atomic.AtomicInteger();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(
                        () -> {
                            switch (store.begin(request("key", "body"))) {
                                case Turn.Mine turn -> {
                                    turns.incrementAndGet();
                                    turn.settle(CREATED);
                                    mine.countDown();
                                }
                                case Turn.Replay replay -> replays.incrementAndGet();
                            }
                        });
            }
        }
        assertThat(mine.await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(turns).hasValue(1);
        assertThat(replays).hasValue(19);
    }

    @Test
    void neverKeepsAFailureOfOurs() {
        for (int status : new int[] {500, 503, 429, 401}) {
            mine(request("key", "body")).settle(new Answer(status, Map.of(), new byte[0]));
            mine(request("key", "body")).abandon();
        }
    }

    @Test
    void startsAnewAfterAnAbandonedRequestAndAfterADeadServer() {
        mine(request("key", "body")).abandon();
        Turn.Mine dead = mine(request("key", "body"));
        time.updateAndGet(now -> now.plus(Duration.ofMinutes(3)));
        Turn.Mine next = mine(request("key", "body"));
        // The first one comes back from the dead: the row is no longer its own.
        dead.settle(new Answer(409, Map.of(), new byte[0]));
        next.settle(CREATED);
        assertThat(((Turn.Replay) store.begin(request("key", "body"))).answer().status())
                .isEqualTo(201);
    }

    @Test
    void takesOverAtOnceWhatAnEarlierLifeOfTheSameHomeLeft() {
        mine(request("key", "body"));
        assertThat(refused(request("key", "body")).slug()).isEqualTo("idempotency-in-progress");

        IdempotencyStore elsewhere = open(2);
        assertThatThrownBy(() -> elsewhere.begin(request("key", "body")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.slug()).isEqualTo("idempotency-in-progress"));

        store = open(1);
        assertThat(refused(request("key", "other")).slug()).isEqualTo("idempotency-key-reused");
        mine(request("key", "body")).settle(CREATED);
        assertThat(store.begin(request("key", "body"))).isInstanceOf(Turn.Replay.class);
    }

    @Test
    void takesOverItsOwnWhenTheEndCouldNotBeWritten() {
        Turn.Mine first = mine(request("key", "body"));
        database.useHandle(h -> h.execute("ALTER TABLE edge.answer RENAME TO gone"));
        assertThatThrownBy(() -> first.settle(CREATED)).isInstanceOf(RuntimeException.class);
        database.useHandle(h -> h.execute("ALTER TABLE edge.gone RENAME TO answer"));
        mine(request("key", "body")).settle(CREATED);
        assertThat(store.begin(request("key", "body"))).isInstanceOf(Turn.Replay.class);
    }

    @Test
    void veryManyWhoRepeatARequestUnderWayDoNotAskTheDatabase() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        DataSource source = TestPostgres.freshDatabase("edge");
        Jdbi counted =
                QuietJdbi.over(
                        () -> {
                            asked.incrementAndGet();
                            return source.getConnection();
                        });
        store = new IdempotencyStore(counted, Clock.systemUTC(), Life.at(1));
        Turn.Mine first = mine(request("key", "body"));
        int before = asked.get();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger replayed = new AtomicInteger();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1_000; i++) {
                threads.execute(
                        () -> {
                            try {
                                store.begin(request("key", "body"));
                                replayed.incrementAndGet();
                            } catch (Problem inProgress) {
                                refused.incrementAndGet();
                            }
                        });
            }
            while (refused.get() < 1_000 - 256) {
                Thread.onSpinWait();
            }
            assertThat(asked).hasValue(before);
            first.settle(CREATED);
        }
        assertThat(refused.get() + replayed.get()).isEqualTo(1_000);
        assertThat(asked).hasValue(before + 1);
    }

    @Test
    void manyWhoRepeatAnAnsweredRequestAtOnceAllHaveItsAnswer() throws Exception {
        mine(request("key", "body")).settle(CREATED);
        AtomicInteger replayed = new AtomicInteger();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                threads.execute(
                        () -> {
                            if (store.begin(request("key", "body")) instanceof Turn.Replay) {
                                replayed.incrementAndGet();
                            }
                        });
            }
        }
        assertThat(replayed).hasValue(64);
    }

    @Test
    void writesNoMoreRefusalsOfOneCallerThanItsBudget() {
        RowBudget budget = new RowBudget();
        for (int i = 0; i < RowBudget.ROWS; i++) {
            assertThat(budget.take("me")).isTrue();
        }
        assertThat(budget.take("me")).isFalse();
        assertThat(budget.take("other")).isTrue();
    }

    @Test
    void forgetsAfterADay() {
        mine(request("key", "body")).settle(CREATED);
        time.updateAndGet(now -> now.plus(Duration.ofHours(23)));
        assertThat(store.begin(request("key", "body"))).isInstanceOf(Turn.Replay.class);
        time.updateAndGet(now -> now.plus(Duration.ofHours(2)));
        assertThat(store.begin(request("key", "other"))).isInstanceOf(Turn.Mine.class);
        time.updateAndGet(now -> now.plus(Duration.ofHours(25)));
        assertThat(store.clean()).isFalse();
        assertThat(count()).isZero();
    }

    @Test
    void keepsNoReadableWordOfTheAnswerOrTheBody() {
        mine(request("key", "secret-body")).settle(CREATED);
        byte[] row =
                database.withHandle(
                        handle ->
                                handle.createQuery("SELECT sealed FROM edge.answer")
                                        .mapTo(byte[].class)
                                        .one());
        assertThat(new String(row, StandardCharsets.ISO_8859_1)).doesNotContain("id");
    }

    @Test
    void refusesKeysThatAreNone() {
        for (String key : new String[] {"", "x".repeat(256), "with space", "ümlaut", "\n"}) {
            assertThat(catchThrowableOfType(Problem.class, () -> request(key, "body")).status())
                    .isEqualTo(422);
        }
    }

    private IdempotencyStore open(long home) {
        Duration patience = Duration.ofMillis(100);
        return new IdempotencyStore(database, settable(time), Life.at(home), patience);
    }

    private Turn.Mine mine(KeyedRequest request) {
        Turn turn = store.begin(request);
        assertThat(turn).isInstanceOf(Turn.Mine.class);
        return (Turn.Mine) turn;
    }

    private Problem refused(KeyedRequest request) {
        return catchThrowableOfType(Problem.class, () -> store.begin(request));
    }

    private static int count() {
        return database.withHandle(
                handle ->
                        handle.createQuery("SELECT count(*) FROM edge.answer")
                                .mapTo(Integer.class)
                                .one());
    }

    static KeyedRequest request(String key, String body) {
        return KeyedRequest.of("me", "POST", "/x", key, bytes(body));
    }

    static Clock settable(AtomicReference<Instant> time) {
        return ((InstantSource) time::get).withZone(ZoneOffset.UTC);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
