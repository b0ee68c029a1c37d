package dev.cavea.ledger.core;

import static dev.cavea.ledger.core.Layouts.EASY;
import static dev.cavea.ledger.core.Layouts.grid;
import static dev.cavea.ledger.core.Layouts.refusingOrphans;
import static dev.cavea.ledger.core.Layouts.withFlag;
import static dev.cavea.ledger.core.Layouts.withQualities;
import static dev.cavea.ledger.core.Layouts.withSections;
import static dev.cavea.ledger.core.Layouts.withZone;
import static dev.cavea.ledger.core.Scene.HOUSE;
import static dev.cavea.ledger.core.Scene.best;
import static dev.cavea.ledger.core.Scene.holdAs;
import static dev.cavea.ledger.core.Scene.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.HoldBest;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BestSeatsTest {

    private static final Wish ACCESSIBLE_3 =
            new Wish(3, Wish.ANY_ZONE, Wish.ANY_SECTION, true, false);

    private static List<Integer> found(Scene scene, Wish wish) {
        return found(scene, best(99, wish));
    }

    private static List<Integer> found(Scene scene, Command command) {
        Answer answer = scene.when(command);
        assertThat(answer).isInstanceOf(Answer.Held.class);
        Places.Seated seated = (Places.Seated) ((Answer.Held) answer).places();
        return Arrays.stream(seated.seats().toArray()).boxed().toList();
    }

    private static Rejection refused(Scene scene, Wish wish) {
        return ((Answer.Rejected) scene.when(best(99, wish))).reason();
    }

    @Test
    void takesTheBestSeatsSideBySide() {
        Layout layout = withQualities(grid(2, 5), 1, 2, 3, 2, 1, 1, 5, 1, 5, 4);

        assertThat(found(Scene.of(layout, EASY), Wish.of(2))).containsExactly(8, 9);
        assertThat(found(Scene.of(layout, EASY), Wish.of(3))).containsExactly(6, 7, 8);
    }

    @Test
    void prefersSideBySideToBetterSeatsApart() {
        Layout layout = withQualities(grid(2, 3), 9, 1, 9, 2, 2, 1);

        Scene scene = Scene.of(layout, EASY).holds(1, 1);
        assertThat(found(scene, Wish.of(2))).containsExactly(3, 4);
    }

    @Test
    void neverSeatsPeopleAcrossAnAisle() {
        Layout layout = withFlag(grid(1, 4), Layout.AISLE_BEFORE, 1, 3);

        assertThat(found(Scene.of(layout, EASY), Wish.of(2))).containsExactly(1, 2);
    }

    @Test
    void staysInTheZonesAndTheSectionWished() {
        Layout layout = withSections(withZone(grid(4, 2), 3, 2, 3, 6, 7), 0, 0, 5, 5);
        Wish zone3 = new Wish(2, 1L << 3, Wish.ANY_SECTION, false, false);
        Wish zone3Section5 = new Wish(2, 1L << 3, 5, false, false);

        assertThat(found(Scene.of(layout, EASY), zone3)).isSubsetOf(2, 3, 6, 7);
        assertThat(found(Scene.of(layout, EASY), zone3Section5)).containsExactly(6, 7);
        assertThat(refused(Scene.of(layout, EASY), new Wish(2, 0, 5, false, false)))
                .isEqualTo(Rejection.NOT_ENOUGH_SEATS);
        assertThat(refused(Scene.of(layout, EASY), new Wish(2, -1, 9, false, false)))
                .isEqualTo(Rejection.NOT_ENOUGH_SEATS);
    }

    @Test
    void seatsALargerPartyInRowsBehindEachOther() {
        Scene scene = Scene.of(grid(4, 6), Layouts.perBuyer(20));
        scene.holds(1, 0, 1, 2, 6, 7).holds(2, 13, 16, 19, 22);

        assertThat(found(scene, Wish.of(5))).containsExactly(3, 4, 5, 9, 10);
    }

    @Test
    void rowsBehindEachOtherOverlap() {
        Scene scene =
                Scene.of(grid(2, 6), Layouts.perBuyer(20))
                        .holds(1, 2, 3, 4, 5)
                        .holds(2, 6, 7, 8, 9);

        assertThat(refused(scene, new Wish(4, -1, Wish.ANY_SECTION, false, true)))
                .isEqualTo(Rejection.NOT_ENOUGH_TOGETHER);
    }

    @Test
    void rowsBehindEachOtherAreOfOneSection() {
        Layout layout = withSections(grid(2, 4), 0, 1);

        assertThat(refused(Scene.of(layout, EASY), new Wish(6, -1, -1, false, true)))
                .isEqualTo(Rejection.NOT_ENOUGH_TOGETHER);
        assertThat(found(Scene.of(grid(2, 4), EASY), new Wish(6, -1, -1, false, true))).hasSize(6);
    }

    @Test
    void seatsACoupleSideBySideWhereEveryChoiceLeavesOne() {
        assertThat(found(Scene.of(grid(4, 3), refusingOrphans(0)), Wish.of(2)))
                .isIn(pairsOfRows(4, 3));
        assertThat(found(Scene.of(grid(10, 2), refusingOrphans(0)), Wish.of(1))).hasSize(1);
    }

    private static List<List<Integer>> pairsOfRows(int rows, int perRow) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int seat = 0; seat < rows * perRow; seat++) {
            if (seat % perRow < perRow - 1) {
                pairs.add(List.of(seat, seat + 1));
            }
        }
        return pairs;
    }

    @Test
    void prefersLeavingNoneToBetterSeats() {
        Layout layout = withFlag(grid(1, 7), Layout.AISLE_BEFORE, 3);
        Layout better = withQualities(layout, 9, 9, 9, 1, 1, 1, 1);

        assertThat(found(Scene.of(better, refusingOrphans(0)), Wish.of(2)))
                .isIn(List.of(3, 4), List.of(5, 6));
    }

    @Test
    void rowsThatStandApartAreNotTogether() {
        Layout apart = withFlag(grid(2, 4), Layout.APART_FROM_ROW_BEFORE, 4);

        assertThat(refused(Scene.of(apart, EASY), new Wish(6, -1, -1, false, true)))
                .isEqualTo(Rejection.NOT_ENOUGH_TOGETHER);
        assertThat(found(Scene.of(grid(2, 4), EASY), new Wish(6, -1, -1, false, true))).hasSize(6);
    }

    @Test
    void sitsBehindWhereTheRowsMeet() {
        Layout front = withFlag(grid(2, 8), Layout.MEETS_NEXT_ROW, 0);
        Layout shifted = withFlag(front, Layout.MEETS_ROW_BEFORE, 8 + 4);
        Scene scene = Scene.of(shifted, Layouts.perBuyer(20)).holds(1, 2, 3, 4, 5, 6, 7);

        assertThat(found(scene.holds(2, 8, 9, 10, 11, 14, 15), new Wish(4, -1, -1, false, true)))
                .containsExactly(0, 1, 12, 13);
    }

    @Test
    void splitsOnlyWhenThereIsNoOtherWay() {
        Scene scene = Scene.of(grid(1, 7), EASY).holds(1, 2, 5);

        assertThat(found(scene, Wish.of(4))).containsExactly(0, 1, 3, 4);
    }

    @Test
    void wouldRatherRejectThanSplitAPartyThatStaysTogether() {
        Scene scene = Scene.of(grid(1, 7), EASY).holds(1, 2, 5);
        Wish together = new Wish(4, -1, Wish.ANY_SECTION, false, true);

        assertThat(refused(scene, together)).isEqualTo(Rejection.NOT_ENOUGH_TOGETHER);
        assertThat(refused(scene, new Wish(6, -1, Wish.ANY_SECTION, false, true)))
                .isEqualTo(Rejection.NOT_ENOUGH_SEATS);
    }

    @Test
    void takesTheVeryLastSeats() {
        Scene scene = Scene.of(grid(3, 3), EASY).does(holdAs(1, 2, 0, 0, 1, 2, 3, 5, 6, 7));

        assertThat(found(scene, Wish.of(2))).containsExactlyInAnyOrder(4, 8);
        assertThat(scene.map()).isEqualTo("hhhhhhhhh");
    }

    @Test
    void leavesWheelchairPlacesAndCompanionsAlone() {
        Layout wheeled = withFlag(grid(1, 4), Layout.ACCESSIBLE, 1);
        Layout layout = withFlag(wheeled, Layout.COMPANION, 2);

        assertThat(refused(Scene.of(layout, EASY), Wish.of(3)))
                .isEqualTo(Rejection.NOT_ENOUGH_SEATS);
        assertThat(found(Scene.of(layout, EASY), Wish.of(2))).containsExactlyInAnyOrder(0, 3);
        Scene.of(layout, EASY).holds(1, 1, 2);
    }

    @Test
    void givesAWheelchairUserAPlaceFirstThenCompanionsAndNeighbours() {
        Layout wheeled = withFlag(grid(2, 5), Layout.ACCESSIBLE, 2, 7);
        Layout layout = withFlag(wheeled, Layout.COMPANION, 8);

        assertThat(found(Scene.of(layout, EASY), ACCESSIBLE_3)).startsWith(7).contains(8);
    }

    @Test
    void takesOneWheelchairPlaceForOneUser() {
        Layout layout = withFlag(grid(1, 5), Layout.ACCESSIBLE, 1, 2);

        assertThat(found(Scene.of(layout, EASY), ACCESSIBLE_3)).containsExactly(2, 3, 4);
    }

    @Test
    void splitsAWheelchairUsersPartyOnlyWhenItMay() {
        Layout layout = withFlag(grid(2, 2), Layout.ACCESSIBLE, 0);
        Wish together = new Wish(3, -1, Wish.ANY_SECTION, true, true);

        assertThat(refused(Scene.of(layout, EASY), together))
                .isEqualTo(Rejection.NOT_ENOUGH_TOGETHER);
        assertThat(found(Scene.of(layout, EASY), ACCESSIBLE_3)).containsExactly(0, 2, 3);
        assertThat(refused(Scene.of(grid(2, 2), EASY), ACCESSIBLE_3))
                .isEqualTo(Rejection.NOT_ENOUGH_SEATS);
    }

    @Test
    void neverLeavesAnOrphanWhereTheyAreRefused() {
        Scene scene = Scene.of(grid(1, 7), refusingOrphans(0)).holds(1, 0, 1);

        assertThat(found(scene, Wish.of(3))).containsExactly(2, 3, 4);
        assertThat(found(Scene.of(grid(1, 4), refusingOrphans(5)), Wish.of(3))).hasSize(3);
    }

    @Test
    void throughAChannelItsBlockedSeatsAreSeatsLikeOthers() {
        Layout layout = withQualities(grid(2, 3), 9, 9, 9, 1, 1, 1);
        Scene scene = Scene.of(layout, EASY).blocks(1, 0, 1);
        Command member = new HoldBest(HOUSE, id(5), 1, 1, Wish.of(2));

        assertThat(found(scene, Wish.of(2))).isSubsetOf(3, 4, 5);
        assertThat(found(scene, member)).containsExactly(0, 1);
    }

    @Test
    void findsSeatsThatWereGivenBackToTheirBlock() {
        Scene scene = Scene.of(grid(1, 2), EASY).blocks(1, 0, 1).does(holdAs(1, 1, 1, 0, 1));
        Command member = new HoldBest(HOUSE, id(5), 1, 1, Wish.of(2));
        assertThat(scene.when(member)).isInstanceOf(Answer.Rejected.class);

        scene.does(Scene.release(1, 1));
        assertThat(found(scene, member)).containsExactly(0, 1);
    }

    @Test
    void theSameIdFindsTheSameSeats() {
        for (int i = 0; i < 20; i++) {
            Command command = best(i, Wish.of(2));
            assertThat(found(Scene.of(grid(50, 20), EASY), command))
                    .isEqualTo(found(Scene.of(grid(50, 20), EASY), command));
        }
    }

    @Test
    void differentIdsAreSpreadOverSeatsThatAreAsGood() {
        Set<Integer> firsts = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            firsts.add(found(Scene.of(grid(50, 20), EASY), best(i, Wish.of(2))).getFirst());
        }

        assertThat(firsts).hasSizeGreaterThan(40);
    }

    @Test
    void leavesAnOrphanOnTheWayToSellOutOnlyWhereEveryChoiceDoes() {
        Scene scene = Scene.of(grid(20, 9), refusingOrphans(0));
        int left = 0;
        for (int hold = 1, misses = 0; misses < 30; hold++) {
            int size = 1 + hold * 7 % 5;
            String before = scene.map();
            Command command = new HoldBest(HOUSE, id(hold), hold, 0, Wish.of(size));
            misses = scene.when(command) instanceof Answer.Held ? 0 : misses + 1;
            if (singles(scene.map()) > singles(before)) {
                left++;
                assertThat(fitsWithoutOrphan(before, size)).isFalse();
            }
        }
        assertThat(left).isPositive();
        assertThat(scene.map()).doesNotContain("f");
    }

    /** Whether a run has exactly this many seats, or at least two more. */
    private static boolean fitsWithoutOrphan(String map, int size) {
        for (int row = 0; row < map.length(); row += 9) {
            for (String run : map.substring(row, row + 9).split("h", -1)) {
                if (run.length() == size || run.length() >= size + 2) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long singles(String map) {
        long singles = 0;
        for (int row = 0; row < map.length(); row += 9) {
            String padded = "h" + map.substring(row, row + 9) + "h";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                singles += padded.startsWith("hfh", i) ? 1 : 0;
            }
        }
        return singles;
    }
}
