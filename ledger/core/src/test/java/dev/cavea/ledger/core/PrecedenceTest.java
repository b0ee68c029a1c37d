package dev.cavea.ledger.core;

import static dev.cavea.ledger.core.Layouts.grid;
import static dev.cavea.ledger.core.Scene.HOUSE;
import static dev.cavea.ledger.core.Scene.START;
import static dev.cavea.ledger.core.Scene.block;
import static dev.cavea.ledger.core.Scene.extend;
import static dev.cavea.ledger.core.Scene.giveBack;
import static dev.cavea.ledger.core.Scene.holdAs;
import static dev.cavea.ledger.core.Scene.move;
import static dev.cavea.ledger.core.Scene.pin;
import static dev.cavea.ledger.core.Scene.release;
import static dev.cavea.ledger.core.Scene.sell;
import static dev.cavea.ledger.core.Scene.stand;
import static dev.cavea.ledger.core.Scene.unblock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Rules.Window;
import dev.cavea.ledger.core.house.Seats;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Of several reasons, the lowest number wins. Each list starts with a command that has everything
 * wrong with it; each following one has the first fault fixed.
 */
class PrecedenceTest {

    private static final Rules STRICT =
            new Rules(
                    3,
                    4,
                    60_000,
                    0,
                    true,
                    0,
                    List.of(Layouts.always(0), new Window(1, START + 9, START + 10)));

    /** Seats 0 sold and 1 held by buyer 1, 3 blocked for channel 2, 9 held by the platform. */
    private static Scene scene() {
        return Scene.of(grid(3, 6, new Area(4, 0)), Layouts.EASY)
                .sells(1, 0)
                .holds(2, 1)
                .blocks(2, 3)
                .does(holdAs(3, 8, 0, 9))
                .does(new ChangeRules(HOUSE, STRICT));
    }

    private static List<Rejection> reasons(Command... commands) {
        Scene scene = scene();
        List<Rejection> reasons = new ArrayList<>();
        for (Command command : commands) {
            reasons.add(((Answer.Rejected) scene.when(command)).reason());
        }
        assertThat(reasons).isSorted().doesNotHaveDuplicates();
        return reasons;
    }

    @Test
    void ofHoldSeats() {
        assertThat(
                        reasons(
                                holdAs(2, 1, 256, 99, 0, 0, 1),
                                holdAs(2, 1, 256, 99, 0, 0),
                                holdAs(2, 1, 256, 0, 1, 1),
                                holdAs(2, 1, 256, 0, 1, 3),
                                holdAs(2, 1, 1, 0, 1, 3),
                                holdAs(4, 1, 1, 0, 1, 3),
                                holdAs(4, 1, 0, 0, 1, 3),
                                holdAs(4, 2, 0, 0, 1, 3),
                                holdAs(4, 2, 0, 1, 3, 5),
                                holdAs(4, 2, 0, 3, 5),
                                holdAs(4, 2, 0, 13)))
                .containsExactly(
                        Rejection.COUNT_OUT_OF_RANGE,
                        Rejection.SEAT_UNKNOWN,
                        Rejection.SEAT_NAMED_TWICE,
                        Rejection.CHANNEL_UNKNOWN,
                        Rejection.HOLD_ID_REUSED,
                        Rejection.SALE_NOT_OPEN,
                        Rejection.BUYER_LIMIT_EXCEEDED,
                        Rejection.SEAT_ALREADY_SOLD,
                        Rejection.SEAT_ALREADY_HELD,
                        Rejection.SEAT_BLOCKED,
                        Rejection.ORPHAN_SEAT_LEFT);
    }

    @Test
    void ofHoldCapacity() {
        assertThat(
                        reasons(
                                stand(2, 256, 1, 4),
                                stand(2, 256, 1, 3),
                                stand(2, 256, 0, 3),
                                stand(2, 1, 0, 3),
                                stand(4, 1, 0, 3),
                                stand(4, 0, 0, 3)))
                .containsExactly(
                        Rejection.COUNT_OUT_OF_RANGE,
                        Rejection.AREA_UNKNOWN,
                        Rejection.CHANNEL_UNKNOWN,
                        Rejection.HOLD_ID_REUSED,
                        Rejection.SALE_NOT_OPEN,
                        Rejection.BUYER_LIMIT_EXCEEDED);
    }

    @Test
    void ofKeepingAndReleasing() {
        assertThat(reasons(extend(9, 5), extend(1, 5), extend(2, 5), extend(2, 1)))
                .containsExactly(
                        Rejection.HOLD_GONE,
                        Rejection.HOLD_ALREADY_SOLD,
                        Rejection.NOT_THE_OWNER,
                        Rejection.EXTENSIONS_USED_UP);
        assertThat(reasons(release(9, 5), release(1, 5), release(2, 5)))
                .containsExactly(
                        Rejection.HOLD_GONE, Rejection.HOLD_ALREADY_SOLD, Rejection.NOT_THE_OWNER);
        assertThat(reasons(pin(9, -1), pin(1, -1), pin(2, -1)))
                .containsExactly(
                        Rejection.HOLD_GONE,
                        Rejection.HOLD_ALREADY_SOLD,
                        Rejection.GRACE_OUT_OF_RANGE);
        assertThat(reasons(sell(9))).containsExactly(Rejection.HOLD_GONE);
    }

    @Test
    void ofReturnsAndMoves() {
        assertThat(
                        reasons(
                                giveBack(9, 256),
                                giveBack(9, 256, 99, 5, 5),
                                giveBack(9, 256, 5, 5),
                                giveBack(9, 256, 5),
                                giveBack(9, 0, 5),
                                giveBack(1, 0, 5)))
                .containsExactly(
                        Rejection.COUNT_OUT_OF_RANGE,
                        Rejection.SEAT_UNKNOWN,
                        Rejection.SEAT_NAMED_TWICE,
                        Rejection.CHANNEL_UNKNOWN,
                        Rejection.SALE_UNKNOWN,
                        Rejection.SEAT_NOT_IN_SALE);
        assertThat(
                        reasons(
                                move(9, Seats.of(5, 5), Seats.of(99)),
                                move(9, Seats.of(5, 5), Seats.of(99, 1)),
                                move(9, Seats.of(5, 5), Seats.of(3, 1)),
                                move(9, Seats.of(5), Seats.of(0)),
                                move(1, Seats.of(5), Seats.of(0)),
                                move(1, Seats.of(0), Seats.of(0)),
                                move(1, Seats.of(0), Seats.of(1)),
                                move(1, Seats.of(0), Seats.of(3))))
                .containsExactly(
                        Rejection.COUNT_OUT_OF_RANGE,
                        Rejection.SEAT_UNKNOWN,
                        Rejection.SEAT_NAMED_TWICE,
                        Rejection.SALE_UNKNOWN,
                        Rejection.SEAT_NOT_IN_SALE,
                        Rejection.SEAT_ALREADY_SOLD,
                        Rejection.SEAT_ALREADY_HELD,
                        Rejection.SEAT_BLOCKED);
    }

    @Test
    void ofBlocks() {
        assertThat(
                        reasons(
                                block(0),
                                block(0, 99, 0, 0),
                                block(0, 0, 0),
                                block(0, 0, 1, 3),
                                block(1, 0, 1, 3),
                                block(1, 1, 3),
                                block(1, 3)))
                .containsExactly(
                        Rejection.COUNT_OUT_OF_RANGE,
                        Rejection.SEAT_UNKNOWN,
                        Rejection.SEAT_NAMED_TWICE,
                        Rejection.CHANNEL_UNKNOWN,
                        Rejection.SEAT_ALREADY_SOLD,
                        Rejection.SEAT_ALREADY_HELD,
                        Rejection.SEAT_BLOCKED);
        assertThat(
                        reasons(
                                unblock(0, 0, 1, 5),
                                unblock(1, 0, 1, 5),
                                unblock(1, 1, 5),
                                unblock(1, 5)))
                .containsExactly(
                        Rejection.CHANNEL_UNKNOWN,
                        Rejection.SEAT_ALREADY_SOLD,
                        Rejection.SEAT_ALREADY_HELD,
                        Rejection.SEAT_NOT_BLOCKED);
    }

    @Test
    void ofHouses() {
        assertThat(
                        reasons(
                                new OpenHouse(HOUSE, grid(0, 0), Layouts.perBuyer(0)),
                                new OpenHouse(HOUSE + 1, grid(0, 0), Layouts.perBuyer(0)),
                                new OpenHouse(HOUSE + 1, grid(1, 1), Layouts.perBuyer(0))))
                .containsExactly(
                        Rejection.HOUSE_ALREADY_OPEN,
                        Rejection.LAYOUT_INVALID,
                        Rejection.RULES_INVALID);
    }
}
