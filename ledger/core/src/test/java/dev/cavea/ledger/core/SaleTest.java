package dev.cavea.ledger.core;

import static dev.cavea.ledger.core.Layouts.EASY;
import static dev.cavea.ledger.core.Layouts.grid;
import static dev.cavea.ledger.core.Layouts.perBuyer;
import static dev.cavea.ledger.core.Scene.HOUSE;
import static dev.cavea.ledger.core.Scene.giveBack;
import static dev.cavea.ledger.core.Scene.hold;
import static dev.cavea.ledger.core.Scene.holdAs;
import static dev.cavea.ledger.core.Scene.id;
import static dev.cavea.ledger.core.Scene.move;
import static dev.cavea.ledger.core.Scene.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.PlacesReturned;
import dev.cavea.ledger.core.event.SeatsMoved;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.snapshot.HoldState;
import org.junit.jupiter.api.Test;

class SaleTest {

    private final Scene scene = Scene.of(grid(1, 6), EASY);

    private Places placesOf(long sale) {
        return scene.house().state().holds().stream()
                .filter(hold -> hold.id().equals(id(sale)))
                .map(HoldState::places)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHoldBecomesASaleOfTheSameIdAndBuyer() {
        assertThat(scene.holds(1, 0, 1).when(sell(1))).isEqualTo(new Answer.Done(3));

        assertThat(scene.map()).isEqualTo("ssffff");
        assertThat(scene.lastEvent()).isEqualTo(new HoldSold(HOUSE, id(1), 1, Places.seats(0, 1)));
    }

    @Test
    void soldTwiceIsSoldOnce() {
        scene.sells(1, 0).holds(2, 4);

        assertThat(scene.when(sell(1))).isEqualTo(new Answer.Done(4));
        assertThat(scene.feed).hasSize(4);
    }

    @Test
    void partOfASaleIsReturnedAndTheRestStays() {
        scene.sells(1, 0, 1, 2).does(giveBack(1, 0, 1));

        assertThat(scene.map()).isEqualTo("sfsfff");
        assertThat(placesOf(1)).isEqualTo(Places.seats(0, 2));
        assertThat(scene.lastEvent())
                .isEqualTo(new PlacesReturned(HOUSE, id(1), 0, Places.seats(1)));
        scene.does(giveBack(1, 0, 2, 0));
        assertThat(scene.map()).isEqualTo("ffffff");
        assertThat(scene.house().state().holds()).isEmpty();
    }

    @Test
    void returnedSeatsCanBeKeptForAChannel() {
        scene.sells(1, 0, 1).does(giveBack(1, 2, 0));

        assertThat(scene.map()).isEqualTo("bsffff");
        scene.does(holdAs(2, 1, 2, 0));
    }

    @Test
    void aReturnSaysWhereASeatGoesWhateverBlockItCameFrom() {
        scene.blocks(1, 0).does(holdAs(1, 1, 1, 0)).does(sell(1)).does(giveBack(1, 0, 0));

        assertThat(scene.map()).isEqualTo("ffffff");
    }

    @Test
    void returnedSeatsNoLongerCountForTheBuyer() {
        Scene limited = Scene.of(grid(1, 6), perBuyer(2)).sells(1, 0, 1);

        assertThat(limited.when(hold(2, 2))).isInstanceOf(Answer.Rejected.class);
        limited.does(giveBack(1, 0, 0)).does(hold(2, 2));

        Scene both = Scene.of(grid(1, 6), perBuyer(2)).sells(1, 0, 1);
        both.does(giveBack(1, 0, 0, 1)).does(hold(2, 2, 3));
    }

    @Test
    void returnsGoOnInAClosedHouse() {
        scene.sells(1, 0).does(Scene.close()).does(giveBack(1, 0, 0));

        assertThat(scene.map()).isEqualTo("ffffff");
    }

    @Test
    void movedSeatsTakeEachOthersPlaceInTheSale() {
        scene.sells(1, 0, 1, 2).does(move(1, Seats.of(2, 0), Seats.of(5, 4)));

        assertThat(scene.map()).isEqualTo("fsffss");
        assertThat(placesOf(1)).isEqualTo(Places.seats(4, 1, 5));
        assertThat(scene.lastEvent())
                .isEqualTo(new SeatsMoved(HOUSE, id(1), Seats.of(2, 0), Seats.of(5, 4)));
    }

    @Test
    void noneIsMovedWhenOneCannotBe() {
        scene.sells(1, 0, 1).holds(2, 3);

        assertThat(scene.when(move(1, Seats.of(0, 1), Seats.of(2, 3))))
                .isInstanceOf(Answer.Rejected.class);
        assertThat(scene.map()).isEqualTo("ssfhff");
    }

    @Test
    void aMovedSaleMayTakeSeatsOfItsOwnChannelAndGivesItsOwnBack() {
        scene.blocks(1, 0, 5).does(holdAs(1, 1, 1, 0)).does(sell(1));
        scene.does(move(1, Seats.of(0), Seats.of(5)));

        assertThat(scene.map()).isEqualTo("bffffs");
    }

    @Test
    void aMoveLeavesTheLimitAlone() {
        Scene limited = Scene.of(grid(1, 6), perBuyer(2)).sells(1, 0, 1);

        limited.does(move(1, Seats.of(0, 1), Seats.of(3, 4)));
        assertThat(limited.when(hold(2, 2))).isInstanceOf(Answer.Rejected.class);
    }
}
