package dev.cavea.platform.live.internal.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cavea.ledger.client.LedgerImage;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.HoldExtended;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.PlacesBlocked;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.event.PlacesReturned;
import dev.cavea.ledger.core.event.PlacesUnblocked;
import dev.cavea.ledger.core.event.SeatsMoved;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.platform.live.SeatMapReader;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveHouseTest {

    private static final long HOUSE = 77;
    private static final int PRESS = 3;
    private static final HoldId HOLD = new HoldId(1, 1);
    private static final HoldId OTHER = new HoldId(2, 2);

    private final LiveHouse house = new LiveHouse(HOUSE, 10, new int[] {100});
    private long position;

    @Test
    void showsAHoldASaleAndAReturn() {
        happens(held(HOLD, 0, Places.seats(2, 3)));
        assertThat(states()).isEqualTo("..hh......");
        happens(new HoldSold(HOUSE, HOLD, 9, Places.seats(2, 3)));
        assertThat(states()).isEqualTo("..ss......");
        happens(new PlacesReturned(HOUSE, HOLD, 0, Places.seats(3)));
        assertThat(states()).isEqualTo("..s.......");
    }

    @Test
    void freesWhatIsReleasedOrExpires() {
        happens(held(HOLD, 0, Places.seats(0)), held(OTHER, 0, Places.seats(9)));
        happens(new HoldReleased(HOUSE, HOLD, Places.seats(0)));
        happens(new HoldExpired(HOUSE, OTHER, Places.seats(9)));
        assertThat(states()).isEqualTo("..........");
        assertThat(house.free()).isEqualTo(110);
    }

    @Test
    void blocksAgainASeatThatItsChannelHeldAndReleased() {
        happens(new PlacesBlocked(HOUSE, PRESS, Places.seats(4, 5)));
        happens(held(HOLD, PRESS, Places.seats(4, 6)));
        assertThat(states()).isEqualTo("....hbh...");
        happens(new HoldReleased(HOUSE, HOLD, Places.seats(4, 6)));
        assertThat(states()).isEqualTo("....bb....");
        happens(new PlacesUnblocked(HOUSE, PRESS, Places.seats(4)));
        assertThat(states()).isEqualTo(".....b....");
    }

    @Test
    void blocksAgainASeatThatWasHeldWhenTheImageWasTaken() {
        byte[] channels = {0, PRESS, 0, 0};
        byte[] states = {LedgerImage.FREE, LedgerImage.HELD, LedgerImage.HELD, LedgerImage.SOLD};
        house.reset(new LedgerImage.House(HOUSE, 40, false, states, List.of(), channels));
        position = 40;
        happens(new HoldReleased(HOUSE, HOLD, Places.seats(1, 2)));
        assertThat(states()).isEqualTo(".b.s");
    }

    @Test
    void returnsASeatIntoABlock() {
        happens(held(HOLD, 0, Places.seats(7)), new HoldSold(HOUSE, HOLD, 9, Places.seats(7)));
        happens(new PlacesReturned(HOUSE, HOLD, PRESS, Places.seats(7)));
        assertThat(states()).isEqualTo(".......b..");
    }

    @Test
    void movesASale() {
        happens(held(HOLD, 0, Places.seats(1)), new HoldSold(HOUSE, HOLD, 9, Places.seats(1)));
        happens(new SeatsMoved(HOUSE, HOLD, Seats.of(1), Seats.of(8)));
        assertThat(states()).isEqualTo("........s.");
    }

    @Test
    void countsPlacesOfAnArea() {
        happens(new PlacesBlocked(HOUSE, PRESS, new Places.Standing(0, 10)));
        happens(held(HOLD, PRESS, new Places.Standing(0, 12)));
        assertThat(area()).isEqualTo(new AreaCounts(100, 12, 0, 0));
        happens(new HoldReleased(HOUSE, HOLD, new Places.Standing(0, 12)));
        assertThat(area()).isEqualTo(new AreaCounts(100, 0, 0, 10));
        happens(held(OTHER, 0, new Places.Standing(0, 5)));
        happens(new HoldSold(HOUSE, OTHER, 9, new Places.Standing(0, 5)));
        happens(new PlacesReturned(HOUSE, OTHER, 0, new Places.Standing(0, 2)));
        assertThat(area()).isEqualTo(new AreaCounts(100, 0, 3, 10));
        assertThat(house.free()).isEqualTo(10 + 87);
    }

    @Test
    void movesItsVersionWithEveryEventAlsoWithoutAChange() {
        happens(held(HOLD, 0, Places.seats(1)));
        long before = map().version();
        happens(new HoldExtended(HOUSE, HOLD, 5));
        assertThat(map().version()).isEqualTo(before + 1);
        assertThat(states()).isEqualTo(".h........");
    }

    @Test
    void namesASeatOnceInADeltaWithItsLastState() {
        house.cut();
        happens(held(HOLD, 0, Places.seats(5)));
        happens(new HoldReleased(HOUSE, HOLD, Places.seats(5)));
        happens(held(OTHER, 0, Places.seats(5, 6)));
        house.cut();
        List<Delta> deltas = house.since(0);
        assertThat(deltas).hasSize(1);
        assertThat(deltas.getFirst().seatCount()).isEqualTo(2);
        assertThat(deltas.getFirst().state(0)).isEqualTo(LedgerImage.HELD);
    }

    @Test
    void deltasLeadFromAnyCutToTheLast() {
        SeatMapReader reader = new SeatMapReader();
        reader.read(house.published().bytes());
        for (int seat = 0; seat < 10; seat++) {
            happens(held(new HoldId(5, seat), 0, Places.seats(seat)));
            house.cut();
        }
        for (Delta delta : house.since(0)) {
            assertThat(reader.read(delta.bytes())).isEqualTo(SeatMapReader.Outcome.APPLIED);
        }
        assertThat(reader.version()).isEqualTo(10);
        assertThat(reader.states()).containsOnly(1);
        assertThat(house.since(4)).hasSize(6);
        assertThat(house.since(10)).isEmpty();
    }

    @Test
    void forgetsDeltasThatAreTooOld() {
        for (int i = 0; i < 400; i++) {
            happens(new HoldExtended(HOUSE, HOLD, i));
            house.cut();
        }
        assertThat(house.since(1)).isNull();
        assertThat(house.since(390)).hasSize(10);
    }

    @Test
    void hasTheBytesOfTheReference() {
        happens(held(HOLD, 0, Places.seats(1)));
        happens(new HoldSold(HOUSE, HOLD, 9, Places.seats(1)));
        happens(held(OTHER, 0, new Places.Standing(0, 3)));
        house.knowPlan(0x0807060504030201L);
        house.cut();
        assertThat(house.published().bytes())
                .asHexString()
                .isEqualTo(
                        ("4356534D 01 01 0100 4D00000000000000 0300000000000000 0102030405060708"
                                        + " 0A000000 00000000 08000000"
                                        + " 64000000 03000000 00000000 00000000")
                                .replace(" ", ""));
        assertThat(house.since(0).getFirst().bytes())
                .asHexString()
                .isEqualTo(
                        ("4356534D 01 02 0100 4D00000000000000 0300000000000000 0000000000000000"
                                        + " 01000000 00000000 06000000"
                                        + " 00000000 03000000 00000000 00000000")
                                .replace(" ", ""));
    }

    private void happens(Event... events) {
        for (Event event : events) {
            position++;
            EventsToSeats.apply(house, new FeedEntry(position, 0, event));
        }
    }

    private static PlacesHeld held(HoldId hold, int channel, Places places) {
        return new PlacesHeld(HOUSE, hold, 9, channel, places, 1_000);
    }

    private SeatMap map() {
        house.cut();
        return house.published();
    }

    private AreaCounts area() {
        return map().areas().getFirst();
    }

    private String states() {
        SeatMap map = map();
        StringBuilder text = new StringBuilder();
        for (int seat = 0; seat < map.seatCount(); seat++) {
            text.append(".hsb".charAt(map.state(seat)));
        }
        return text.toString();
    }
}
