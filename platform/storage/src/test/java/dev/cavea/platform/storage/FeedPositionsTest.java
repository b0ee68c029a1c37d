package dev.cavea.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedPositionsTest {

    @TempDir static Path folder;
    private static EmbeddedDatabase database;
    private static HikariDataSource pool;
    private static Jdbi jdbi;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(folder);
        pool = ConnectionPool.open(database.address(), 2);
        Migrations.apply(pool, "storage");
        jdbi = Jdbi.create(pool);
    }

    @AfterAll
    static void stop() {
        pool.close();
        database.close();
    }

    @Test
    void startsAtZeroAndAdvances() {
        assertThat(position("tickets")).isZero();
        jdbi.useTransaction(h -> FeedPositions.advance(h, "tickets", 0, 12));
        jdbi.useTransaction(h -> FeedPositions.advance(h, "tickets", 12, 40));
        assertThat(position("tickets")).isEqualTo(40);
    }

    @Test
    void goesBackWithTheEffectWhenTheTransactionFails() {
        assertThatThrownBy(
                        () ->
                                jdbi.useTransaction(
                                        h -> {
                                            FeedPositions.advance(h, "failing", 0, 5);
                                            throw new IllegalStateException("the effect failed");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(position("failing")).isZero();
    }

    @Test
    void refusesASecondConsumerOfTheSameName() {
        jdbi.useTransaction(h -> FeedPositions.advance(h, "twice", 0, 10));
        assertThatThrownBy(() -> jdbi.useTransaction(h -> FeedPositions.advance(h, "twice", 0, 10)))
                .isInstanceOf(StorageFailure.class);
        assertThatThrownBy(() -> jdbi.useTransaction(h -> FeedPositions.advance(h, "twice", 4, 20)))
                .isInstanceOf(StorageFailure.class);
        assertThat(position("twice")).isEqualTo(10);
    }

    private static long position(String consumer) {
        return jdbi.withHandle(h -> FeedPositions.of(h, consumer));
    }
}
