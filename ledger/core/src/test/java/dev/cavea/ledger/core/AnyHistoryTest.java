package dev.cavea.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.snapshot.FrozenHouse;
import dev.cavea.ledger.core.snapshot.FrozenHouse.AreaCounts;
import dev.cavea.ledger.core.snapshot.HoldState;
import dev.cavea.ledger.core.snapshot.LedgerSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** These hold for any commands in any order. */
class AnyHistoryTest {

    private static final int STEPS = 6_000;

    private final Ledger ledger = new Ledger();
    private final List<FeedEntry> feed = new ArrayList<>();
    private long nowMillis = 1;

    private void record(long position, long logTimeMillis, Event event) {
        feed.add(new FeedEntry(position, logTimeMillis, event));
    }

    private Answer step(RandomCommands commands) {
        if (commands.below(4) == 0) {
            nowMillis += commands.below(5_000);
            ledger.advanceTo(nowMillis, this::record);
        }
        return ledger.execute(commands.next(), this::record);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void seatsHaveOneHolderAndCountsAddUp(long seed) {
        RandomCommands commands = new RandomCommands(seed);
        for (int i = 0; i < STEPS; i++) {
            step(commands);
            if (i % 10 == 0) {
                ledger.freeze().houses().forEach(AnyHistoryTest::checkHouse);
            }
        }
    }

    private static void checkHouse(FrozenHouse house) {
        byte[] states = house.seatStates();
        byte[] claimed = new byte[states.length];
        int[] standing = new int[house.areas().size()];
        for (HoldState hold : house.state().holds()) {
            byte state = hold.sold() ? FrozenHouse.SOLD : FrozenHouse.HELD;
            switch (hold.places()) {
                case Places.Standing(int area, int quantity) -> standing[area] += quantity;
                case Places.Seated(var seats) -> {
                    for (int seat : seats.toArray()) {
                        assertThat(claimed[seat]).as("seat %d has one holder", seat).isZero();
                        claimed[seat] = state;
                        assertThat(states[seat]).isEqualTo(state);
                    }
                }
            }
        }
        for (int seat = 0; seat < states.length; seat++) {
            boolean isTaken = states[seat] == FrozenHouse.HELD || states[seat] == FrozenHouse.SOLD;
            assertThat(claimed[seat] != 0).as("seat %d", seat).isEqualTo(isTaken);
        }
        for (int area = 0; area < standing.length; area++) {
            AreaCounts counts = house.areas().get(area);
            assertThat(counts.held() + counts.sold()).isEqualTo(standing[area]);
            assertThat(standing[area] + counts.blocked()).isLessThanOrEqualTo(counts.capacity());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void replayingTheFeedGivesTheSameState(long seed) {
        RandomCommands commands = new RandomCommands(seed);
        Ledger replayed = new Ledger();
        int next = 0;
        for (int i = 0; i < STEPS; i++) {
            step(commands);
            while (next < feed.size()) {
                replayed.replay(feed.get(next++));
            }
            if (i % 50 == 0) {
                assertThat(replayed.housesHash()).isEqualTo(ledger.housesHash());
            }
        }
        assertThat(feed).hasSizeGreaterThan(STEPS / 8);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void aRestoredLedgerIsTheSameNowAndAlways(long seed) {
        RandomCommands commands = new RandomCommands(seed);
        for (int i = 0; i < 1_500; i++) {
            step(commands);
        }
        for (int round = 0; round < 8; round++) {
            LedgerSnapshot snapshot = ledger.freeze();
            Ledger restored = restore(snapshot);
            assertThat(restored.stateHash()).isEqualTo(ledger.stateHash());
            assertThat(restored.freeze().head()).isEqualTo(snapshot.head());
            liveOn(restored, seed + round);
        }
    }

    private void liveOn(Ledger restored, long seed) {
        RandomCommands commands = new RandomCommands(seed);
        List<FeedEntry> other = new ArrayList<>();
        EventSink otherSink =
                (position, time, event) -> other.add(new FeedEntry(position, time, event));
        feed.clear();
        for (int i = 0; i < 800; i++) {
            nowMillis += commands.below(800);
            ledger.advanceTo(nowMillis, this::record);
            restored.advanceTo(nowMillis, otherSink);
            Command command = commands.next();
            Answer answer = ledger.execute(command, this::record);
            assertThat(restored.execute(command, otherSink)).isEqualTo(answer);
        }
        assertThat(other).isEqualTo(feed).isNotEmpty();
        assertThat(restored.stateHash()).isEqualTo(ledger.stateHash());
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void aFrozenLedgerStaysAsItWas(long seed) {
        RandomCommands commands = new RandomCommands(seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            for (int i = random.nextInt(200); i > 0; i--) {
                step(commands);
            }
            LedgerSnapshot frozen = ledger.freeze();
            long hash = ledger.stateHash();
            for (int i = 0; i < 200; i++) {
                step(commands);
            }
            assertThat(restore(frozen).stateHash()).isEqualTo(hash);
        }
    }

    private static Ledger restore(LedgerSnapshot snapshot) {
        return Ledger.restore(
                snapshot.head(), snapshot.houses().stream().map(FrozenHouse::state).iterator());
    }
}
