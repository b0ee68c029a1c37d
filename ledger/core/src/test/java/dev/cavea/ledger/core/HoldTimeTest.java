package dev.cavea.ledger.core;

import static dev.cavea.ledger.core.Layouts.EASY;
import static dev.cavea.ledger.core.Layouts.grid;
import static dev.cavea.ledger.core.Scene.HOUSE;
import static dev.cavea.ledger.core.Scene.START;
import static dev.cavea.ledger.core.Scene.extend;
import static dev.cavea.ledger.core.Scene.hold;
import static dev.cavea.ledger.core.Scene.id;
import static dev.cavea.ledger.core.Scene.pin;
import static dev.cavea.ledger.core.Scene.release;
import static dev.cavea.ledger.core.Scene.sell;
import static dev.cavea.ledger.core.Scene.stand;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.core.command.ChangeRules;
import dev.cavea.ledger.core.command.HoldSeats;
import dev.cavea.ledger.core.command.OpenHouse;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.HoldExtended;
import dev.cavea.ledger.core.event.HoldPinned;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldTimeTest {

    private static final long END = START + EASY.holdMillis();

    private final Scene scene = Scene.of(grid(1, 6, new Area(10, 0)), EASY);

    private List<Event> expired() {
        return scene.events().stream().filter(HoldExpired.class::isInstance).toList();
    }

    private static Event expiry(long hold, int... seats) {
        return new HoldExpired(HOUSE, id(hold), Places.seats(seats));
    }

    @Test
    void endsAtItsTimeAndNotAMomentBefore() {
        scene.holds(1, 0, 1).at(END - 1);
        assertThat(scene.map()).isEqualTo("hhffff");

        scene.at(END);
        assertThat(scene.map()).isEqualTo("ffffff");
        assertThat(expired()).containsExactly(expiry(1, 0, 1));
    }

    @Test
    void timeThatGoesBackChangesNothing() {
        scene.at(START - 500).holds(1, 0);

        assertThat(scene.ledger.logTimeMillis()).isEqualTo(START);
        scene.at(END - 1);
        assertThat(expired()).isEmpty();
    }

    @Test
    void aLeapOfTimeEndsEverythingOldestFirst() {
        scene.holds(1, 0).holds(2, 1).does(extend(1, 1));
        // The third hold ends with the first one, which is older.
        scene.at(START + EASY.extensionMillis()).holds(3, 2).at(END * 2);

        assertThat(expired()).containsExactly(expiry(2, 1), expiry(1, 0), expiry(3, 2));
    }

    @Test
    void housesExpireInTheOrderOfTheirNumbers() {
        scene.holds(1, 0);
        scene.does(new OpenHouse(HOUSE - 1, grid(1, 2), EASY));
        scene.does(new HoldSeats(HOUSE - 1, id(1), 1, 0, Seats.of(0)));
        scene.at(END);

        assertThat(expired())
                .containsExactly(new HoldExpired(HOUSE - 1, id(1), Places.seats(0)), expiry(1, 0));
    }

    @Test
    void anExtensionAddsToWhatIsLeft() {
        for (long asked : new long[] {START, END - 1}) {
            Scene scene = Scene.of(grid(1, 6), EASY);
            scene.holds(1, 0).at(asked);

            Answer answer = scene.when(extend(1, 1));

            long end = END + EASY.extensionMillis();
            assertThat(answer).isInstanceOf(Answer.Held.class);
            assertThat(scene.lastEvent()).isEqualTo(new HoldExtended(HOUSE, id(1), end));
            scene.at(end - 1);
            assertThat(scene.map()).isEqualTo("hfffff");
            scene.at(end);
            assertThat(scene.map()).isEqualTo("ffffff");
        }
    }

    @Test
    void anExtensionIsFiveMinutesAndNeverMoreThanAHold() {
        assertThat(withHold(600_000).extensionMillis()).isEqualTo(300_000);
        assertThat(withHold(60_000).extensionMillis()).isEqualTo(60_000);
    }

    private static Rules withHold(int millis) {
        return new Rules(10, 10, millis, 1, false, 0, EASY.windows());
    }

    @Test
    void anExtensionInAPinBeyondTheHoldsEndCountsFromThen() {
        scene.holds(1, 0).does(pin(1, END - START + 60_000)).at(END + 30_000);
        scene.does(extend(1, 1));

        long end = END + 30_000 + EASY.extensionMillis();
        assertThat(scene.lastEvent()).isEqualTo(new HoldExtended(HOUSE, id(1), end));
    }

    @Test
    void newRulesLeaveTheTimeOfHoldsThatExist() {
        Rules brief = new Rules(10, 10, 1_000, 2, false, 0, EASY.windows());
        scene.holds(1, 0).does(new ChangeRules(HOUSE, brief)).holds(2, 1).at(START + 1_000);
        assertThat(expired()).containsExactly(expiry(2, 1));

        scene.at(END);
        assertThat(expired()).hasSize(2);
    }

    @Test
    void aPinKeepsAHoldForItsGrace() {
        scene.holds(1, 0).at(END - 1_000).does(pin(1, 5_000));
        assertThat(scene.lastEvent()).isEqualTo(new HoldPinned(HOUSE, id(1), END + 4_000));

        scene.at(END + 3_999);
        assertThat(expired()).isEmpty();
        scene.at(END + 4_000);
        assertThat(expired()).hasSize(1);
    }

    @Test
    void aPinNeverShortensAHold() {
        scene.holds(1, 0).does(pin(1, 10)).at(END - 1);
        assertThat(expired()).isEmpty();

        scene.at(END);
        assertThat(expired()).hasSize(1);
    }

    @Test
    void aLaterPinNeverTakesBackAnEarlierOne() {
        scene.holds(1, 0).does(pin(1, 100_000));
        int events = scene.feed.size();
        scene.does(pin(1, 10));

        assertThat(scene.feed).hasSize(events);
        scene.at(START + 99_999);
        assertThat(expired()).isEmpty();
    }

    @Test
    void aLiftedPinGivesTheHoldItsOwnTimeAgain() {
        scene.holds(1, 0).does(pin(1, 500_000)).does(pin(1, 0)).at(END);
        assertThat(expired()).hasSize(1);

        scene.holds(2, 0).does(pin(2, 500_000)).at(END + 100_000).does(pin(2, 0));
        assertThat(scene.map()).isEqualTo("hfffff");
        scene.at(END + 100_001);
        assertThat(scene.map()).isEqualTo("ffffff");
    }

    @Test
    void thePlatformReleasesAPinnedHold() {
        scene.holds(1, 0).does(pin(1, 5_000)).does(release(1, 0));

        assertThat(scene.map()).isEqualTo("ffffff");
    }

    @Test
    void itsBuyerReleasesAHoldOnceThePinIsOver() {
        scene.holds(1, 0).does(pin(1, 5_000)).at(START + 5_000).does(release(1, 1));

        assertThat(scene.map()).isEqualTo("ffffff");
    }

    @Test
    void standingPlacesExpireToo() {
        scene.does(stand(1, 0, 4)).at(END);

        assertThat(scene.area(0).held()).isZero();
        assertThat(expired())
                .containsExactly(new HoldExpired(HOUSE, id(1), new Places.Standing(0, 4)));
    }

    @Test
    void whatWasReleasedOrSoldNeverExpires() {
        scene.holds(1, 0).holds(2, 1).does(release(1, 1)).does(sell(2)).at(END * 2);

        assertThat(expired()).isEmpty();
        assertThat(scene.map()).isEqualTo("fsffff");
        assertThat(scene.when(hold(1, 0))).isInstanceOf(Answer.Held.class);
    }

    @Test
    void expiredSeatsGoBackToTheirBlock() {
        scene.blocks(1, 2).does(Scene.holdAs(1, 1, 1, 1, 2)).at(END);

        assertThat(scene.map()).isEqualTo("ffbfff");
    }
}
