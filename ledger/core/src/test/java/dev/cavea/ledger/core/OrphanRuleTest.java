package dev.cavea.ledger.core;

import static dev.cavea.ledger.core.Layouts.grid;
import static dev.cavea.ledger.core.Layouts.refusingOrphans;
import static dev.cavea.ledger.core.Layouts.withFlag;
import static dev.cavea.ledger.core.Scene.HOUSE;
import static dev.cavea.ledger.core.Scene.hold;
import static dev.cavea.ledger.core.Scene.holdAs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Seats;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrphanRuleTest {

    /**
     * A row as a picture: {@code .} free, {@code x} taken before, {@code b} blocked, {@code w} a
     * free wheelchair place, {@code H} held now, {@code o} the orphans that this would leave;
     * before {@code |} ends a run of neighbours.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HH......",
                "oHH.....",
                "..HH....",
                ".....HHo",
                "H.......",
                "oH......",
                "xoHH....",
                "x..HH...",
                "HoHH....",
                "HoHoH...",
                "oHHHHHHo",
                "xxHHHHHH",
                "x.xHH...",
                "..|oHH..",
                "..|HH...",
                "..HH|....",
                "..HHHo|....",
                "HH|.|....",
                "boHH....",
                "b..HH...",
                "wHH.....",
                "xwHH....",
                "oHw.....",
            })
    void refusesExactlyWhatLeavesASingleSeat(String picture) {
        String row = picture.replace("|", "");
        Scene scene = sceneOf(picture, row);

        Answer answer = scene.when(hold(99, seats(row, 'H')));

        int[] orphans = seats(row, 'o');
        if (orphans.length == 0) {
            assertThat(answer).isInstanceOf(Answer.Held.class);
        } else {
            assertThat(answer)
                    .isEqualTo(new Answer.Rejected(Rejection.ORPHAN_SEAT_LEFT, Seats.of(orphans)));
        }
    }

    /** In each, whichever seats of the run the group takes, one is left. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HH.",
                ".HH",
                "H.H",
                "H.",
                ".H",
                "HHH.|....",
                "xHH.x",
                "xH.x..",
                "bHH.b",
                "HHHHHHH."
            })
    void givesWayWhereAllButOneAreTaken(String picture) {
        String row = picture.replace("|", "");

        assertThat(sceneOf(picture, row).when(hold(99, seats(row, 'H'))))
                .isInstanceOf(Answer.Held.class);
    }

    @Test
    void aCoupleSitsSideBySideInAnEmptyHouseOfShortRows() {
        assertThat(Scene.of(grid(4, 3), refusingOrphans(0)).when(hold(1, 0, 1)))
                .isInstanceOf(Answer.Held.class);
        assertThat(Scene.of(grid(10, 2), refusingOrphans(0)).when(hold(1, 8)))
                .isInstanceOf(Answer.Held.class);
    }

    private static Scene sceneOf(String picture, String row) {
        Layout layout = withFlag(grid(1, row.length()), Layout.ACCESSIBLE, seats(row, 'w'));
        int aisles = 0;
        for (int i = 0; i < picture.length(); i++) {
            if (picture.charAt(i) == '|') {
                layout = withFlag(layout, Layout.AISLE_BEFORE, i - aisles++);
            }
        }
        Scene scene = Scene.of(layout, Layouts.perBuyer(100));
        if (row.contains("x")) {
            scene.holds(1, seats(row, 'x'));
        }
        if (row.contains("b")) {
            scene.blocks(1, seats(row, 'b'));
        }
        return scene.does(new ChangeRules(HOUSE, refusingOrphans(0)));
    }

    private static int[] seats(String row, char kind) {
        return IntStream.range(0, row.length()).filter(i -> row.charAt(i) == kind).toArray();
    }

    @Test
    void rowsAreNoNeighbours() {
        Scene scene = Scene.of(grid(2, 3), refusingOrphans(0));

        scene.holds(1, 0, 1, 2).holds(2, 3);
    }

    @Test
    void aSeatThatWasBlockedLeavesNothingNew() {
        Scene scene = Scene.of(grid(1, 4), Layouts.EASY).blocks(1, 1).holds(1, 2, 3);
        scene.does(new ChangeRules(HOUSE, refusingOrphans(0)));

        scene.does(holdAs(2, 1, 1, 1));
    }

    @Test
    void restsOnceFewSeatsAreFreeInTheSection() {
        Scene scene = Scene.of(grid(1, 6), refusingOrphans(4));

        assertThat(scene.when(hold(1, 1, 2))).isInstanceOf(Answer.Rejected.class);
        scene.holds(2, 0, 1);
        assertThat(scene.when(hold(3, 3))).isInstanceOf(Answer.Rejected.class);
        scene.holds(4, 2).holds(5, 4);
        assertThat(scene.map()).isEqualTo("hhhfhf");
    }

    @Test
    void countsFreeSeatsOfItsOwnSectionOnly() {
        Layout layout = Layouts.withSections(grid(2, 3), 0, 1);
        Scene scene = Scene.of(layout, refusingOrphans(3));

        assertThat(scene.when(hold(1, 1))).isInstanceOf(Answer.Rejected.class);
        scene.holds(2, 3);
        scene.holds(3, 5);
        assertThat(scene.map()).isEqualTo("fffhfh");
    }
}
