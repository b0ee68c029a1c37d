package dev.cavea.ledger.core;

import static dev.cavea.ledger.core.Layouts.EASY;
import static dev.cavea.ledger.core.Layouts.grid;
import static dev.cavea.ledger.core.Scene.HOUSE;
import static dev.cavea.ledger.core.Scene.block;
import static dev.cavea.ledger.core.Scene.close;
import static dev.cavea.ledger.core.Scene.id;
import static dev.cavea.ledger.core.Scene.pin;
import static dev.cavea.ledger.core.Scene.release;
import static dev.cavea.ledger.core.Scene.sell;
import static dev.cavea.ledger.core.Scene.unblock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.HouseClosed;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesBlocked;
import dev.cavea.ledger.core.event.RulesChanged;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Rules.Window;
import dev.cavea.ledger.core.house.Seats;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseTest {

    private final Scene scene = Scene.of(grid(1, 6), EASY);

    @Test
    void standsWithAllItsSeatsFree() {
        assertThat(scene.map()).isEqualTo("ffffff");
        assertThat(scene.lastEvent()).isEqualTo(new HouseOpened(HOUSE, grid(1, 6), EASY));
    }

    @Test
    void openedAgainWithTheSameLayoutIsLeftAlone() {
        scene.holds(1, 0).does(new OpenHouse(HOUSE, grid(1, 6), Layouts.perBuyer(1)));

        assertThat(scene.feed).hasSize(2);
        scene.holds(2, 1, 2);
    }

    @Test
    void newRulesHoldFromThenOn() {
        scene.does(new ChangeRules(HOUSE, Layouts.perBuyer(1)));
        assertThat(scene.lastEvent()).isEqualTo(new RulesChanged(HOUSE, Layouts.perBuyer(1)));

        assertThat(scene.when(Scene.hold(1, 0, 1))).isInstanceOf(Answer.Rejected.class);
        scene.does(new ChangeRules(HOUSE, Layouts.perBuyer(1)));
        assertThat(scene.feed).hasSize(2);
    }

    @Test
    void closingReleasesHoldsWithoutAPinOldestFirst() {
        scene.holds(9, 5).holds(3, 0).does(release(9, 1)).holds(1, 1).holds(2, 2);
        scene.does(pin(1, 9_000)).holds(8, 4).does(release(3, 1)).holds(4, 0).does(close());

        assertThat(scene.events())
                .endsWith(
                        new HoldReleased(HOUSE, id(2), Places.seats(2)),
                        new HoldReleased(HOUSE, id(8), Places.seats(4)),
                        new HoldReleased(HOUSE, id(4), Places.seats(0)),
                        new HouseClosed(HOUSE));
        assertThat(scene.map()).isEqualTo("fhffff");
        assertThat(scene.house().closed()).isTrue();
    }

    @Test
    void whatWasPinnedIsSoldAlsoAfterClosing() {
        scene.holds(1, 1).does(pin(1, 9_000)).does(close()).does(sell(1));

        assertThat(scene.map()).isEqualTo("fsffff");
    }

    @Test
    void closedTwiceIsClosedOnce() {
        scene.does(close()).does(close());

        assertThat(scene.feed).hasSize(2);
    }

    @Test
    void seatsAreBlockedAndUnblocked() {
        scene.blocks(1, 2, 3).does(unblock(1, 3));

        assertThat(scene.map()).isEqualTo("ffbfff");
    }

    @Test
    void seatsThatTheChannelHasAlreadyArePassedOver() {
        scene.blocks(1, 2).blocks(1, 1, 2, 3);
        assertThat(scene.lastEvent()).isEqualTo(new PlacesBlocked(HOUSE, 1, Places.seats(1, 3)));

        assertThat(scene.when(block(1, 3, 2))).isEqualTo(new Answer.Done(3));
    }

    @Test
    void theHighestChannelIsAChannelLikeAnother() {
        scene.does(new ChangeRules(HOUSE, Layouts.withWindows(Layouts.always(255))));
        scene.blocks(255, 1).does(Scene.holdAs(1, 1, 255, 1));

        assertThat(scene.house().channels()[1] & 0xff).isEqualTo(255);
    }

    static Stream<Layout> unsoundLayouts() {
        char[] two = new char[2];
        return Stream.of(
                new Layout(new int[0], two, new byte[2], two, new byte[2], List.of()),
                new Layout(new int[] {1}, new char[1], new byte[2], two, new byte[2], List.of()),
                new Layout(new int[] {0, 0}, two, new byte[2], two, new byte[2], List.of()),
                new Layout(new int[] {0, 2}, two, new byte[2], two, new byte[2], List.of()),
                new Layout(new int[] {0, -1}, two, new byte[2], two, new byte[2], List.of()),
                new Layout(new int[] {0}, two, new byte[2], two, new byte[2], List.of()),
                new Layout(new int[] {0}, new char[1], new byte[2], two, new byte[1], List.of()),
                new Layout(
                        new int[] {0},
                        new char[1],
                        new byte[2],
                        new char[3],
                        new byte[2],
                        List.of()),
                Layouts.withZone(grid(1, 2), 64, 1),
                Layouts.withZone(grid(1, 2), -1, 1),
                Layouts.withFlag(grid(1, 2), 64, 1),
                Layouts.withSections(grid(3, 1), 0, 1, 0),
                grid(0, 0),
                grid(1, 2, new Area(0, 0)),
                grid(1, 2, new Area(Layout.MAX_CAPACITY + 1, 0)),
                grid(1, 2, new Area(1, 64)),
                grid(1, 1, Collections.nCopies(1025, new Area(1, 0)).toArray(new Area[0])),
                grid(1024, 1025));
    }

    @ParameterizedTest
    @MethodSource("unsoundLayouts")
    void refusesAnUnsoundLayout(Layout layout) {
        assertThat(new Scene().when(new OpenHouse(1, layout, EASY)))
                .isEqualTo(rejected(Rejection.LAYOUT_INVALID));
    }

    static Stream<Rules> unsoundRules() {
        return Stream.of(
                new Rules(0, 1, 1, 0, false, 0, List.of()),
                new Rules(51, 1, 1, 0, false, 0, List.of()),
                new Rules(1, 0, 1, 0, false, 0, List.of()),
                new Rules(1, 1, 0, 0, false, 0, List.of()),
                new Rules(1, 1, Rules.MAX_HOLD_MILLIS + 1, 0, false, 0, List.of()),
                new Rules(1, 1, 1, -1, false, 0, List.of()),
                new Rules(1, 1, 1, 101, false, 0, List.of()),
                new Rules(1, 1, 1, 0, false, -1, List.of()),
                Layouts.withWindows(new Window(-1, 0, 1)),
                Layouts.withWindows(new Window(256, 0, 1)),
                Layouts.withWindows(new Window(0, 1, 1)),
                new Rules(1, 1, 1, 0, false, 0, Collections.nCopies(1025, new Window(0, 0, 1))));
    }

    @ParameterizedTest
    @MethodSource("unsoundRules")
    void refusesUnsoundRules(Rules rules) {
        assertThat(new Scene().when(new OpenHouse(1, grid(1, 1), rules)))
                .isEqualTo(rejected(Rejection.RULES_INVALID));
    }

    private static Answer rejected(Rejection reason) {
        return new Answer.Rejected(reason, Seats.NONE);
    }
}
