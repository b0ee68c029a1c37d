package dev.cavea.ledger.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesBlocked;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.event.PlacesReturned;
import dev.cavea.ledger.core.event.PlacesUnblocked;
import dev.cavea.ledger.core.event.SeatsMoved;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout.Area;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that cannot have happened stop the member instead of being applied. */
class BrokenFeedTest {

    private final Ledger ledger = new Ledger();

    private void replay(Event event) {
        ledger.replay(new FeedEntry(ledger.position() + 1, 1, event));
    }

    static Stream<Event> impossible() {
        HoldId gone = new HoldId(0, 9);
        Places standing = new Places.Standing(0, 3);
        return Stream.of(
                new HouseOpened(1, Layouts.grid(1, 1), Layouts.EASY),
                new HoldReleased(2, gone, Places.seats(1)),
                new HoldReleased(1, gone, Places.seats(1)),
                new HoldSold(1, gone, 1, Places.seats(1)),
                new PlacesHeld(1, gone, 1, 0, Places.seats(0), 9),
                new PlacesHeld(1, new HoldId(0, 1), 1, 0, Places.seats(3), 9),
                new PlacesHeld(1, gone, 1, 0, standing, 9),
                new PlacesBlocked(1, 2, Places.seats(0)),
                new PlacesBlocked(1, 2, standing),
                new PlacesUnblocked(1, 2, Places.seats(3)),
                new PlacesUnblocked(1, 2, new Places.Standing(0, 1)),
                new PlacesReturned(1, new HoldId(0, 2), 0, Places.seats(0)),
                new SeatsMoved(1, new HoldId(0, 2), Seats.of(1), Seats.of(0)));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void stopsTheMember(Event event) {
        replay(new HouseOpened(1, Layouts.grid(1, 4, new Area(2, 0)), Layouts.EASY));
        replay(new PlacesHeld(1, new HoldId(0, 1), 1, 0, Places.seats(0), 9));
        replay(new PlacesHeld(1, new HoldId(0, 2), 1, 0, Places.seats(1), 9));
        replay(new HoldSold(1, new HoldId(0, 2), 1, Places.seats(1)));

        assertThatThrownBy(() -> replay(event)).isInstanceOf(LedgerBroken.class);
    }

    @Test
    void aGapInTheFeedStopsTheMember() {
        Event opened = new HouseOpened(1, Layouts.grid(1, 4), Layouts.EASY);

        assertThatThrownBy(() -> ledger.replay(new FeedEntry(2, 1, opened)))
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("event 2 comes after 0");
    }
}
