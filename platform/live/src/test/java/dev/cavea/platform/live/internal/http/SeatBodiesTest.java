package dev.cavea.platform.live.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cavea.platform.catalogue.Plans;
import dev.cavea.platform.catalogue.SeatingPlan;
import dev.cavea.platform.live.internal.house.LiveHouse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class SeatBodiesTest {

    private static final SeatingPlan PLAN = Plans.grid(4, 5);

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final SeatBodies bodies = new SeatBodies(work::add);
    private final LiveHouse house = new LiveHouse(7, 20, new int[0]);

    @Test
    void howeverManyAskItIsMadeOnceAndNotCompressed() {
        List<CompletableFuture<SeatBody>> asked = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            asked.add(bodies.published(house, PLAN));
        }
        assertThat(work).hasSize(1);
        work.remove().run();
        SeatBody made = asked.getFirst().join();
        assertThat(asked).allSatisfy(one -> assertThat(one.join()).isSameAs(made));
        assertThat(bodies.published(house, PLAN).join()).isSameAs(made);
        assertThat(work).isEmpty();
    }

    @Test
    void itIsCompressedOnceForAllWhoWantThat() {
        CompletableFuture<SeatBody> body = bodies.latest(house, PLAN);
        work.remove().run();
        CompletableFuture<byte[]> first = bodies.gzip(body.join());
        CompletableFuture<byte[]> second = bodies.gzip(body.join());
        assertThat(work).hasSize(1);
        work.remove().run();
        assertThat(second.join()).isSameAs(first.join());
    }

    @Test
    void whoeverWaitsHearsOfAMapThatCannotBeReadAndTheNextBeginsAnew() {
        AtomicBoolean broken = new AtomicBoolean();
        SeatShelf shelf =
                new SeatShelf(
                        () -> {
                            if (broken.get()) {
                                throw new IllegalStateException("no map");
                            }
                            return house.now();
                        },
                        _ -> false,
                        Caffeine.newBuilder().build(),
                        work::add);
        CompletableFuture<SeatBody> waiting = shelf.get(PLAN);
        broken.set(true);
        work.remove().run();
        assertThat(waiting).isCompletedExceptionally();
        broken.set(false);
        CompletableFuture<SeatBody> again = shelf.get(PLAN);
        work.remove().run();
        assertThat(again.join().version()).isEqualTo(house.now().version());
    }

    @Test
    void whoComesWhileOneIsMadeOfTheSameVersionGetsThatOne() {
        var _ = bodies.latest(house, PLAN);
        var _ = bodies.latest(house, PLAN);
        work.remove().run();
        assertThat(work).isEmpty();
    }
}
