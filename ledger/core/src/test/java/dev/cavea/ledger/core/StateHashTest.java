package dev.cavea.ledger.core;

import static dev.cavea.ledger.core.Layouts.EASY;
import static dev.cavea.ledger.core.Layouts.grid;
import static dev.cavea.ledger.core.Scene.blockStanding;
import static dev.cavea.ledger.core.Scene.holdAs;
import static dev.cavea.ledger.core.Scene.id;
import static dev.cavea.ledger.core.Scene.pin;
import static dev.cavea.ledger.core.Scene.stand;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.snapshot.HoldState;
import dev.cavea.ledger.core.snapshot.HouseState;
import dev.cavea.ledger.core.snapshot.HouseState.AreaBlock;
import dev.cavea.ledger.core.snapshot.SnapshotHead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The state hash distinguishes any two states that differ in one thing. */
class StateHashTest {

    record Change(String what, UnaryOperator<HouseState> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** Holds in order: seats 0 and 1 pinned, a standing one of channel 1, seat 4 sold. */
    private static Scene scene() {
        return Scene.of(grid(1, 8, new Area(9, 0)), EASY)
                .holds(1, 0, 1)
                .does(pin(1, 9_000))
                .does(blockStanding(1, 0, 4))
                .does(stand(2, 1, 0, 3))
                .sells(3, 4)
                .blocks(2, 6);
    }

    private static long hash(SnapshotHead head, HouseState house) {
        return Ledger.restore(head, List.of(house).iterator()).stateHash();
    }

    static Stream<Change> changes() {
        return Stream.of(
                hold("id", 0, h -> copy(h, id(77), h.ordinal(), h.buyer(), h.places())),
                hold("ordinal", 0, h -> copy(h, h.id(), 99, h.buyer(), h.places())),
                hold("buyer", 0, h -> copy(h, h.id(), h.ordinal(), 5, h.places())),
                hold("seats", 0, h -> copy(h, h.id(), h.ordinal(), 1, Places.seats(0, 2))),
                hold("order", 0, h -> copy(h, h.id(), h.ordinal(), 1, Places.seats(1, 0))),
                hold("channel", 0, h -> timed(h, 1, h.endMillis(), h.pinnedUntilMillis(), 0)),
                hold("end", 0, h -> timed(h, 0, 1, h.pinnedUntilMillis(), 0)),
                hold("pin", 0, h -> timed(h, 0, h.endMillis(), 1, 0)),
                hold("extensions", 0, h -> timed(h, 0, h.endMillis(), h.pinnedUntilMillis(), 1)),
                hold("sale", 0, h -> sold(h, true, h.fromBlock())),
                hold("no sale", 2, h -> sold(h, false, h.fromBlock())),
                hold("from a block", 1, h -> sold(h, false, 2)),
                new Change("number", s -> house(s, 9, s.version(), false, s.channels())),
                new Change("version", s -> house(s, s.house(), 99, false, s.channels())),
                new Change("closed", s -> house(s, s.house(), s.version(), true, s.channels())),
                new Change("block", s -> house(s, s.house(), s.version(), false, new byte[8])),
                new Change("area block", StateHashTest::otherAreaBlock));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void differs(Change change) {
        Scene scene = scene();
        SnapshotHead head = scene.ledger.freeze().head();
        HouseState state = scene.house().state();

        assertThat(hash(head, state)).isEqualTo(scene.ledger.stateHash());
        assertThat(hash(head, change.change().apply(state))).isNotEqualTo(hash(head, state));
    }

    @Test
    void differsByTimeAndCommandsApplied() {
        Ledger ledger = new Ledger();
        long empty = ledger.stateHash();
        ledger.advanceTo(5, EventSink.NONE);
        long later = ledger.stateHash();
        ledger.execute(Scene.close(), EventSink.NONE);

        assertThat(List.of(empty, later, ledger.stateHash())).doesNotHaveDuplicates();
        assertThat(ledger.commandsApplied()).isEqualTo(1);
    }

    private static Change hold(String what, int index, UnaryOperator<HoldState> change) {
        return new Change(
                "hold's " + what,
                s -> {
                    List<HoldState> holds = new ArrayList<>(s.holds());
                    holds.set(index, change.apply(holds.get(index)));
                    return new HouseState(
                            s.house(),
                            s.version(),
                            s.closed(),
                            s.layout(),
                            s.rules(),
                            s.channels(),
                            s.areaBlocks(),
                            holds);
                });
    }

    private static HoldState copy(HoldState h, HoldId id, long ordinal, long buyer, Places places) {
        return new HoldState(
                id,
                ordinal,
                buyer,
                h.channel(),
                h.sold(),
                places,
                h.fromBlock(),
                h.endMillis(),
                h.pinnedUntilMillis(),
                h.extensions());
    }

    private static HoldState timed(HoldState h, int channel, long end, long pin, int extensions) {
        return new HoldState(
                h.id(),
                h.ordinal(),
                h.buyer(),
                channel,
                h.sold(),
                h.places(),
                h.fromBlock(),
                end,
                pin,
                extensions);
    }

    private static HoldState sold(HoldState h, boolean sold, int fromBlock) {
        return new HoldState(
                h.id(),
                h.ordinal(),
                h.buyer(),
                h.channel(),
                sold,
                h.places(),
                fromBlock,
                h.endMillis(),
                h.pinnedUntilMillis(),
                h.extensions());
    }

    private static HouseState house(
            HouseState s, long house, long version, boolean closed, byte[] channels) {
        return new HouseState(
                house, version, closed, s.layout(), s.rules(), channels, s.areaBlocks(), s.holds());
    }

    private static HouseState otherAreaBlock(HouseState s) {
        return new HouseState(
                s.house(),
                s.version(),
                s.closed(),
                s.layout(),
                s.rules(),
                s.channels(),
                List.of(new AreaBlock(0, 2, 1)),
                s.holds());
    }

    @Test
    void theBlockUnderAHoldCountsToo() {
        Scene one = Scene.of(grid(1, 4), EASY).blocks(1, 0).does(holdAs(1, 1, 1, 0));
        Scene other = Scene.of(grid(1, 4), EASY).blocks(1, 1).does(holdAs(1, 1, 1, 0));

        assertThat(one.ledger.stateHash()).isNotEqualTo(other.ledger.stateHash());
    }
}
