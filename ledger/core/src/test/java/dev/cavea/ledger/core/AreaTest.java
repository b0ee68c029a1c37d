package dev.cavea.ledger.core;

import static dev.cavea.ledger.core.Layouts.EASY;
import static dev.cavea.ledger.core.Layouts.grid;
import static dev.cavea.ledger.core.Scene.blockStanding;
import static dev.cavea.ledger.core.Scene.giveBackStanding;
import static dev.cavea.ledger.core.Scene.release;
import static dev.cavea.ledger.core.Scene.sell;
import static dev.cavea.ledger.core.Scene.stand;
import static dev.cavea.ledger.core.Scene.unblockStanding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.command.Command;
import dev.cavea.ledger.core.command.HoldCapacity;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.snapshot.FrozenHouse.AreaCounts;
import org.junit.jupiter.api.Test;

class AreaTest {

    private final Scene scene = Scene.of(grid(0, 0, new Area(10, 0), new Area(3, 0)), EASY);

    private void expect(int held, int sold, int blocked) {
        assertThat(scene.area(0)).isEqualTo(new AreaCounts(10, held, sold, blocked));
    }

    @Test
    void aHouseMayHaveNothingButAreas() {
        scene.does(stand(1, 0, 4)).does(stand(2, 1, 3));
        expect(4, 0, 0);
        assertThat(scene.house().seatStates()).isEmpty();
    }

    @Test
    void placesAreHeldSoldAndReturned() {
        scene.does(stand(1, 0, 4)).does(sell(1));
        expect(0, 4, 0);
        scene.does(giveBackStanding(1, 0, 0, 1));
        expect(0, 3, 0);
        scene.does(giveBackStanding(1, 2, 0, 3));
        expect(0, 0, 3);
    }

    @Test
    void theLastPlaceIsTakenOnce() {
        scene.does(stand(1, 0, 9)).does(stand(2, 0, 1));

        assertThat(scene.when(standAs(3, 2, 1)))
                .isEqualTo(new Answer.Rejected(Rejection.CAPACITY_EXHAUSTED, Seats.NONE));
    }

    private static Command standAs(long hold, long buyer, int n) {
        return new HoldCapacity(Scene.HOUSE, Scene.id(hold), buyer, 0, 0, n);
    }

    @Test
    void aChannelTakesItsBlockFirstThenWhatIsFree() {
        scene.does(blockStanding(1, 0, 4)).does(stand(1, 1, 0, 6));

        expect(6, 0, 0);
    }

    @Test
    void everybodyTakesOnlyWhatIsFree() {
        scene.does(blockStanding(1, 0, 4));

        assertThat(scene.when(stand(1, 0, 7))).isInstanceOf(Answer.Rejected.class);
        scene.does(stand(1, 0, 6));
        expect(6, 0, 4);
    }

    @Test
    void releasedPlacesGoBackToTheirBlock() {
        scene.does(blockStanding(1, 0, 4)).does(stand(1, 1, 0, 6)).does(release(1, 1));
        expect(0, 0, 4);

        scene.does(stand(2, 1, 0, 2)).does(stand(3, 1, 0, 3)).does(release(3, 1));
        expect(2, 0, 2);
    }

    @Test
    void blockedPlacesAreUnblocked() {
        scene.does(blockStanding(1, 0, 4)).does(unblockStanding(1, 0, 3));

        expect(0, 0, 1);
    }
}
