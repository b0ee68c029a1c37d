package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Answer;
import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.event.PlacesHeld;
import dev.cavea.ledger.core.house.HoldId;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.house.Wish;
import dev.cavea.ledger.core.internal.best.BestSeats;
import dev.cavea.ledger.core.internal.state.HoldTable;
import dev.cavea.ledger.core.internal.state.House;
import org.jspecify.annotations.Nullable;

/**
 * The three ways to hold places. Repeating a request while its hold or sale still has the same
 * places returns that hold with its current end; a wish counts as the same if its count is. An id
 * whose hold has ended is forgotten, and makes a new hold.
 */
final class Holding {

    private final House house;
    private final HoldId id;
    private final long buyer;
    private final int channel;
    private final long nowMillis;

    /** The slot of the hold that already has the id, or NONE. */
    private final int slot;

    Holding(House house, HoldId id, long buyer, int channel, long nowMillis) {
        this.house = house;
        this.id = id;
        this.buyer = buyer;
        this.channel = channel;
        this.nowMillis = nowMillis;
        slot = house.holds().find(id);
    }

    Decision seats(Seats wanted) {
        if (isCallersOwn() && has(wanted)) {
            return repeated();
        }
        if (house.isClosed()) {
            return Decision.refuse(Rejection.HOUSE_CLOSED);
        }
        Decision refused = NamedPlaces.refusal(house, wanted, house.rules().maxSeatsPerHold());
        if (refused == null) {
            refused = refusalOfCaller(wanted.count());
        }
        if (refused == null) {
            refused = Availability.refusal(house, wanted, channel);
        }
        if (refused == null) {
            refused = OrphanRule.refusal(house, wanted);
        }
        return refused == null ? held(new Places.Seated(wanted)) : refused;
    }

    Decision best(Wish wish) {
        if (isCallersOwn() && !isStanding() && house.holds().count(slot) == wish.count()) {
            return repeated();
        }
        if (house.isClosed()) {
            return Decision.refuse(Rejection.HOUSE_CLOSED);
        }
        if (wish.count() < 1 || wish.count() > house.rules().maxSeatsPerHold()) {
            return Decision.refuse(Rejection.COUNT_OUT_OF_RANGE);
        }
        Decision refused = refusalOfCaller(wish.count());
        return refused == null ? search(wish) : refused;
    }

    private Decision search(Wish wish) {
        BestSeats best = new BestSeats(house, id, channel, wish);
        int[] found = best.together();
        if (found.length > 0) {
            return held(new Places.Seated(Seats.wrap(found)));
        }
        found = best.apart();
        if (found.length == 0) {
            return Decision.refuse(Rejection.NOT_ENOUGH_SEATS);
        }
        return wish.together()
                ? Decision.refuse(Rejection.NOT_ENOUGH_TOGETHER)
                : held(new Places.Seated(Seats.wrap(found)));
    }

    Decision capacity(int area, int quantity) {
        if (isCallersOwn() && isStanding() && has(area, quantity)) {
            return repeated();
        }
        if (house.isClosed()) {
            return Decision.refuse(Rejection.HOUSE_CLOSED);
        }
        int most = house.rules().maxSeatsPerHold();
        Decision refused = NamedPlaces.refusalOfArea(house, area, quantity, most);
        if (refused == null) {
            refused = refusalOfCaller(quantity);
        }
        if (refused != null) {
            return refused;
        }
        int open = house.areas().free(area) + house.areas().blockedFor(area, channel);
        return quantity <= open
                ? held(new Places.Standing(area, quantity))
                : Decision.refuse(Rejection.CAPACITY_EXHAUSTED);
    }

    private @Nullable Decision refusalOfCaller(int count) {
        if (!NamedPlaces.isChannel(channel, Rules.PUBLIC)) {
            return Decision.refuse(Rejection.CHANNEL_UNKNOWN);
        }
        if (slot != HoldTable.NONE) {
            return Decision.refuse(Rejection.HOLD_ID_REUSED);
        }
        Rules rules = house.rules();
        Rejection notNow = SaleWindows.refusal(rules, channel, nowMillis);
        if (notNow != null) {
            return Decision.refuse(notNow);
        }
        return count > rules.maxSeatsPerBuyer() - house.buyers().of(buyer)
                ? Decision.refuse(Rejection.BUYER_LIMIT_EXCEEDED)
                : null;
    }

    private Decision held(Places places) {
        long end = nowMillis + house.rules().holdMillis();
        return Decision.accept(new PlacesHeld(house.id(), id, buyer, channel, places, end));
    }

    private Decision repeated() {
        HoldTable holds = house.holds();
        return new Decision.Repeated(
                new Answer.Held(id, house.places(slot), holds.due(slot), holds.ordinal(slot)));
    }

    private boolean isCallersOwn() {
        return slot != HoldTable.NONE
                && house.holds().buyer(slot) == buyer
                && house.holds().channel(slot) == channel;
    }

    private boolean isStanding() {
        return house.holds().isStanding(slot);
    }

    private boolean has(int area, int quantity) {
        return house.holds().area(slot) == area && house.holds().count(slot) == quantity;
    }

    private boolean has(Seats wanted) {
        if (isStanding() || house.holds().count(slot) != wanted.count()) {
            return false;
        }
        int seat = house.holds().firstSeat(slot);
        for (int i = 0; i < wanted.count(); i++) {
            if (seat != wanted.get(i)) {
                return false;
            }
            seat = house.seats().next(seat);
        }
        return true;
    }
}
