package dev.cavea.ledger.core;

import static dev.cavea.ledger.core.Layouts.EASY;
import static dev.cavea.ledger.core.Layouts.grid;
import static dev.cavea.ledger.core.Layouts.perBuyer;
import static dev.cavea.ledger.core.Layouts.withWindows;
import static dev.cavea.ledger.core.Scene.HOUSE;
import static dev.cavea.ledger.core.Scene.START;
import static dev.cavea.ledger.core.Scene.best;
import static dev.cavea.ledger.core.Scene.extend;
import static dev.cavea.ledger.core.Scene.hold;
import static dev.cavea.ledger.core.Scene.holdAs;
import static dev.cavea.ledger.core.Scene.id;
import static dev.cavea.ledger.core.Scene.release;
import static dev.cavea.ledger.core.Scene.sell;
import static dev.cavea.ledger.core.Scene.stand;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules.Window;
import dev.cavea.ledger.core.house.Wish;
import org.junit.jupiter.api.Test;

class HoldTest {

    private final Scene scene = Scene.of(grid(1, 6, new Area(10, 0)), EASY);

    @Test
    void takesTheSeatsNamedForTheHoldTime() {
        Answer answer = scene.when(hold(1, 3, 2));

        long end = START + 60_000;
        assertThat(answer).isEqualTo(new Answer.Held(id(1), Places.seats(3, 2), end, 2));
        assertThat(scene.map()).isEqualTo("ffhhff");
        assertThat(scene.lastEvent())
                .isEqualTo(new PlacesHeld(HOUSE, id(1), 1, 0, Places.seats(3, 2), end));
        assertThat(scene.house().version()).isEqualTo(2);
    }

    @Test
    void takesNoneWhenOneIsTaken() {
        scene.holds(1, 2);

        assertThat(scene.when(hold(2, 1, 2, 3))).isInstanceOf(Answer.Rejected.class);
        assertThat(scene.map()).isEqualTo("ffhfff");
    }

    @Test
    void repeatedGetsTheSameAnswerAndNoEvent() {
        Answer first = scene.when(hold(1, 3, 2));
        scene.at(START + 30_000);

        assertThat(scene.when(hold(1, 3, 2))).isEqualTo(first);
        assertThat(scene.events()).hasSize(1);
    }

    @Test
    void repeatedIsTheSameAlsoWhenSoldOrTheSaleIsOverOrTheHouseClosed() {
        Answer first = scene.when(hold(1, 3, 2));
        scene.does(sell(1));
        assertThat(scene.when(hold(1, 3, 2))).isEqualTo(first);

        scene.does(Scene.close());
        assertThat(scene.when(hold(1, 3, 2))).isEqualTo(first);
    }

    @Test
    void repeatedTellsTheEndThatAnExtensionGave() {
        scene.holds(1, 3).at(START + 10).does(extend(1, 1));

        assertThat(scene.when(hold(1, 3)))
                .isEqualTo(new Answer.Held(id(1), Places.seats(3), START + 120_000, 2));
    }

    @Test
    void repeatedWishIsTheSameForTheSameCount() {
        Answer first = scene.when(best(1, Wish.of(2)));

        assertThat(scene.when(best(1, new Wish(2, 1, 0, false, true)))).isEqualTo(first);
    }

    @Test
    void repeatedStandingHoldIsTheSame() {
        Answer first = scene.when(stand(1, 0, 3));

        assertThat(scene.when(stand(1, 0, 3))).isEqualTo(first);
        assertThat(scene.area(0).held()).isEqualTo(3);
    }

    @Test
    void anIdWhoseHoldHasEndedMakesANewHold() {
        scene.holds(1, 3).does(release(1, 1)).holds(1, 4);

        assertThat(scene.map()).isEqualTo("ffffhf");
    }

    @Test
    void releasedByItsBuyerOrThePlatformIsFree() {
        scene.holds(1, 0, 1).holds(2, 4).does(release(1, 1)).does(release(2, 0));

        assertThat(scene.map()).isEqualTo("ffffff");
        assertThat(scene.lastEvent()).isEqualTo(new HoldReleased(HOUSE, id(2), Places.seats(4)));
    }

    @Test
    void throughAChannelTakesItsSeatsAndFreeOnes() {
        scene.blocks(1, 2, 3).does(holdAs(1, 1, 1, 1, 2));

        assertThat(scene.map()).isEqualTo("fhhbff");
    }

    @Test
    void releasedSeatsGoBackToTheirBlock() {
        scene.blocks(1, 2, 3).does(holdAs(1, 1, 1, 1, 2)).does(release(1, 1));

        assertThat(scene.map()).isEqualTo("ffbbff");
    }

    @Test
    void theLimitCountsWhatTheBuyerHoldsAndOwns() {
        Scene limited = Scene.of(grid(1, 6), perBuyer(4)).holds(1, 0, 1).sells(2, 2);

        assertThat(limited.when(hold(3, 3, 4))).isInstanceOf(Answer.Rejected.class);
        limited.does(hold(3, 3)).does(release(1, 1)).does(hold(4, 4, 5));
        assertThat(limited.when(hold(5, 0))).isInstanceOf(Answer.Rejected.class);
        limited.does(holdAs(6, 2, 0, 0, 1));
    }

    @Test
    void aWindowOpensAtItsStartAndClosesBeforeItsEnd() {
        Scene short1 = Scene.of(grid(1, 6), withWindows(new Window(0, START, START + 5)));

        short1.holds(1, 0).at(START + 4).holds(2, 1).at(START + 5);
        assertThat(short1.when(hold(3, 2))).isInstanceOf(Answer.Rejected.class);
    }

    @Test
    void aChannelMayHaveSeveralWindows() {
        Scene two =
                Scene.of(
                        grid(1, 6),
                        withWindows(
                                new Window(0, START, START + 5),
                                new Window(0, START + 9, START + 12)));

        two.holds(1, 0).at(START + 9).holds(2, 1);
        assertThat(two.map()).isEqualTo("hhffff");
    }
}
