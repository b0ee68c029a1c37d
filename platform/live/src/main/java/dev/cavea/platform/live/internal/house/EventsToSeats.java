package dev.cavea.platform.live.internal.house;

import dev.cavea.ledger.client.LedgerImage;
import dev.cavea.ledger.core.event.Event;
import dev.cavea.ledger.core.event.FeedEntry;
import dev.cavea.ledger.core.event.HoldExpired;
import dev.cavea.ledger.core.event.HoldExtended;
import dev.cavea.ledger.core.event.HoldPinned;
import dev.cavea.ledger.core.event.HoldReleased;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.HouseClosed;
import dev.cavea.ledger.core.event.HouseOpened;
import dev.cavea.ledger.core.event.PlacesBlocked;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.event.PlacesReturned;
import dev.cavea.ledger.core.event.PlacesUnblocked;
import dev.cavea.ledger.core.event.RulesChanged;
import dev.cavea.ledger.core.event.SeatsMoved;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Layout;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Seats;
import java.util.function.IntConsumer;

/** What each event of the feed changes on the map. */
public final class EventsToSeats {

    private EventsToSeats() {}

    public static void apply(LiveHouse house, FeedEntry entry) {
        house.change(entry.position(), () -> apply(house, entry.event()));
    }

    private static void apply(LiveHouse house, Event event) {
        switch (event) {
            case HouseOpened opened -> open(house, opened.layout());
            case PlacesHeld held -> held(house, held);
            case HoldReleased released -> released(house, released.hold(), released.places());
            case HoldExpired expired -> released(house, expired.hold(), expired.places());
            case HoldSold sold -> sold(house, sold);
            case PlacesReturned returned -> returned(house, returned);
            case PlacesBlocked blocked -> kept(house, blocked.places(), blocked.channel(), 1);
            case PlacesUnblocked free -> kept(house, free.places(), free.channel(), -1);
            case SeatsMoved moved -> moved(house, moved);
            // Only versions move: the seats stay as they are.
            case HoldExtended _, HoldPinned _, RulesChanged _, HouseClosed _ -> {}
        }
    }

    private static void open(LiveHouse house, Layout layout) {
        house.open(
                layout.seatCount(),
                layout.areas().stream().mapToInt(Layout.Area::capacity).toArray());
    }

    private static void held(LiveHouse house, PlacesHeld held) {
        switch (held.places()) {
            case Places.Seated(Seats seats) ->
                    each(seats, seat -> house.show(seat, LedgerImage.HELD));
            case Places.Standing(int area, int quantity) ->
                    house.area(area).hold(held.hold(), quantity, held.channel());
        }
    }

    private static void released(LiveHouse house, HoldId hold, Places places) {
        switch (places) {
            case Places.Seated(Seats seats) -> each(seats, house::giveBack);
            case Places.Standing(int area, int quantity) ->
                    house.area(area).release(hold, quantity);
        }
    }

    private static void sold(LiveHouse house, HoldSold sold) {
        switch (sold.places()) {
            case Places.Seated(Seats seats) ->
                    each(seats, seat -> house.show(seat, LedgerImage.SOLD));
            case Places.Standing(int area, int quantity) ->
                    house.area(area).sell(sold.sale(), quantity);
        }
    }

    private static void returned(LiveHouse house, PlacesReturned returned) {
        switch (returned.places()) {
            case Places.Seated(Seats seats) ->
                    each(
                            seats,
                            seat -> {
                                house.keepFor(seat, returned.channel());
                                house.giveBack(seat);
                            });
            case Places.Standing(int area, int quantity) ->
                    house.area(area).giveBack(quantity, returned.channel());
        }
    }

    /**
     * @param sign 1 when they are blocked for the channel, -1 when they are no longer
     */
    private static void kept(LiveHouse house, Places places, int channel, int sign) {
        switch (places) {
            case Places.Seated(Seats seats) ->
                    each(
                            seats,
                            seat -> {
                                house.keepFor(seat, sign > 0 ? channel : 0);
                                house.giveBack(seat);
                            });
            case Places.Standing(int area, int quantity) ->
                    house.area(area).block(channel, sign * quantity);
        }
    }

    private static void moved(LiveHouse house, SeatsMoved moved) {
        each(moved.from(), house::giveBack);
        each(moved.to(), seat -> house.show(seat, LedgerImage.SOLD));
    }

    private static void each(Seats seats, IntConsumer action) {
        for (int i = 0; i < seats.count(); i++) {
            action.accept(seats.get(i));
        }
    }
}
