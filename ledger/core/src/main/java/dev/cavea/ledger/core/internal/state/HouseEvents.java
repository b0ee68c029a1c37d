package dev.cavea.ledger.core.internal.state;

import dev.cavea.ledger.core.LedgerBroken;
import dev.cavea.ledger.core.event.Event;
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
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;

/** Applies events to a house; the only code that writes to it. */
final class HouseEvents {

    private final House house;

    HouseEvents(House house) {
        this.house = house;
    }

    void apply(Event event, long position) {
        switch (event) {
            case PlacesHeld held -> held(held, position);
            case HoldReleased released -> end(slotOf(released.hold()));
            case HoldExpired expired -> end(slotOf(expired.hold()));
            case HoldSold sold -> sold(slotOf(sold.sale()));
            case HoldExtended extended -> extended(extended);
            case HoldPinned pinned -> pinned(pinned);
            case PlacesReturned returned -> returned(returned);
            case SeatsMoved moved -> moved(moved);
            case PlacesBlocked b -> blocked(b.places(), Rules.PUBLIC, b.channel());
            case PlacesUnblocked u -> blocked(u.places(), u.channel(), Rules.PUBLIC);
            case RulesChanged changed -> house.rules = changed.rules();
            case HouseClosed _ -> house.closed = true;
            case HouseOpened _ -> throw new LedgerBroken("house " + house.id + " is opened twice");
        }
    }

    private int slotOf(HoldId hold) {
        int slot = house.holds.find(hold);
        if (slot == HoldTable.NONE) {
            throw new LedgerBroken("house " + house.id + " has no hold " + hold);
        }
        return slot;
    }

    private void held(PlacesHeld held, long position) {
        int slot =
                house.holds.add(
                        held.hold(),
                        held.buyer(),
                        held.channel(),
                        position,
                        held.expiresAtMillis());
        switch (held.places()) {
            case Places.Seated seated -> seat(slot, seated.seats());
            case Places.Standing(int area, int quantity) -> {
                int fromBlock = house.areas.hold(area, quantity, held.channel());
                house.holds.stand(slot, area, quantity, fromBlock);
            }
        }
        house.buyers.add(held.buyer(), held.places().count());
        house.due.add(slot, held.expiresAtMillis(), position);
    }

    void seat(int slot, Seats wanted) {
        int following = SeatTable.END;
        for (int i = wanted.count() - 1; i >= 0; i--) {
            int seat = wanted.get(i);
            take(seat, slot);
            house.seats.link(seat, following);
            following = seat;
        }
        house.holds.seat(slot, following, wanted.count());
    }

    private void take(int seat, int slot) {
        house.rows.changed(seat, house.seats.isFree(seat) ? -1 : 0);
        house.seats.take(seat, slot);
    }

    private void giveBack(int seat, int slot) {
        house.seats.giveBack(seat, slot);
        house.rows.changed(seat, house.seats.isFree(seat) ? 1 : 0);
    }

    /** Ends a hold; seats that a channel had blocked are blocked again. */
    private void end(int slot) {
        if (house.holds.isStanding(slot)) {
            house.areas.release(
                    house.holds.area(slot),
                    house.holds.count(slot),
                    house.holds.channel(slot),
                    house.holds.fromBlock(slot));
        } else {
            int seat = house.holds.firstSeat(slot);
            for (int i = house.holds.count(slot); i > 0; i--) {
                giveBack(seat, slot);
                seat = house.seats.next(seat);
            }
        }
        house.due.remove(slot);
        house.buyers.subtract(house.holds.buyer(slot), house.holds.count(slot));
        house.holds.remove(slot);
    }

    private void sold(int slot) {
        if (house.holds.isStanding(slot)) {
            house.areas.sell(house.holds.area(slot), house.holds.count(slot));
        }
        house.due.remove(slot);
        house.holds.sell(slot);
    }

    private void extended(HoldExtended extended) {
        int slot = slotOf(extended.hold());
        house.holds.extend(slot, extended.expiresAtMillis(), house.holds.extensions(slot) + 1);
        house.due.change(slot, house.holds.due(slot));
    }

    private void pinned(HoldPinned pinned) {
        int slot = slotOf(pinned.hold());
        house.holds.pin(slot, pinned.pinnedUntilMillis());
        house.due.change(slot, house.holds.due(slot));
    }

    private void returned(PlacesReturned returned) {
        int slot = slotOf(returned.sale());
        int places = returned.places().count();
        house.buyers.subtract(house.holds.buyer(slot), places);
        switch (returned.places()) {
            case Places.Standing(int area, int quantity) -> {
                house.areas.giveBack(area, quantity, returned.channel());
                house.holds.stand(slot, area, house.holds.count(slot) - quantity, 0);
            }
            case Places.Seated(Seats back) -> {
                for (int i = 0; i < back.count(); i++) {
                    house.seats.block(back.get(i), returned.channel());
                    giveBack(back.get(i), slot);
                }
                relink(slot);
            }
        }
        if (house.holds.count(slot) == 0) {
            house.holds.remove(slot);
        }
    }

    /** Drops from the sale's list the seats it no longer has. */
    private void relink(int slot) {
        int first = SeatTable.END;
        int last = SeatTable.END;
        int kept = 0;
        int seat = house.holds.firstSeat(slot);
        for (int i = house.holds.count(slot); i > 0; i--) {
            int following = house.seats.next(seat);
            if (house.seats.holder(seat) == slot) {
                if (kept++ == 0) {
                    first = seat;
                } else {
                    house.seats.link(last, seat);
                }
                last = seat;
            }
            seat = following;
        }
        house.holds.seat(slot, first, kept);
    }

    /** Each new seat takes the position of the one it replaces; that one goes back to its block. */
    private void moved(SeatsMoved moved) {
        int slot = slotOf(moved.sale());
        Places.Seated had = (Places.Seated) house.places(slot);
        int[] has = had.seats().toArray();
        for (int i = 0; i < has.length; i++) {
            giveBack(has[i], slot);
            for (int m = 0; m < moved.from().count(); m++) {
                if (moved.from().get(m) == had.seats().get(i)) {
                    has[i] = moved.to().get(m);
                }
            }
        }
        seat(slot, Seats.wrap(has));
    }

    private void blocked(Places places, int fromChannel, int toChannel) {
        switch (places) {
            case Places.Standing(int area, int quantity) -> {
                house.areas.block(area, fromChannel, fromChannel == Rules.PUBLIC ? 0 : -quantity);
                house.areas.block(area, toChannel, toChannel == Rules.PUBLIC ? 0 : quantity);
            }
            case Places.Seated(Seats named) -> {
                for (int i = 0; i < named.count(); i++) {
                    block(named.get(i), fromChannel, toChannel);
                }
            }
        }
    }

    private void block(int seat, int fromChannel, int toChannel) {
        if (house.seats.isTaken(seat) || house.seats.channel(seat) != fromChannel) {
            throw new LedgerBroken(
                    "seat %d goes from channel %d to %d but is of %d, taken: %s"
                            .formatted(
                                    seat,
                                    fromChannel,
                                    toChannel,
                                    house.seats.channel(seat),
                                    house.seats.isTaken(seat)));
        }
        house.seats.block(seat, toChannel);
        house.rows.changed(seat, toChannel == Rules.PUBLIC ? 1 : -1);
    }
}
