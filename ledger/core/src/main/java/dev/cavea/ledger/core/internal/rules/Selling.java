package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.MoveSeats;
import dev.cavea.ledger.core.command.ReturnSeats;
import dev.cavea.ledger.core.command.SellHold;
import dev.cavea.ledger.core.event.HoldSold;
import dev.cavea.ledger.core.event.PlacesReturned;
import dev.cavea.ledger.core.event.SeatsMoved;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.internal.state.HoldTable;
import dev.cavea.ledger.core.internal.state.House;
import org.jspecify.annotations.Nullable;

/** Sales: made from holds, changed by exchange, ended by return. */
final class Selling {

    private Selling() {}

    /** Already sold: nothing to do. */
    static Decision sell(House house, SellHold sell) {
        HoldTable holds = house.holds();
        int slot = holds.find(sell.hold());
        if (slot == HoldTable.NONE) {
            return Decision.refuse(Rejection.HOLD_GONE);
        }
        return holds.isSold(slot)
                ? Decision.NOTHING_TO_DO
                : Decision.accept(
                        new HoldSold(
                                sell.house(), sell.hold(), holds.buyer(slot), house.places(slot)));
    }

    /** A sale with nothing left is forgotten. */
    static Decision giveBack(House house, ReturnSeats back) {
        Decision refused = NamedPlaces.refusal(house, back.places(), Integer.MAX_VALUE);
        if (refused != null) {
            return refused;
        }
        if (!NamedPlaces.isChannel(back.channel(), Rules.PUBLIC)) {
            return Decision.refuse(Rejection.CHANNEL_UNKNOWN);
        }
        int slot = house.holds().find(back.sale());
        if (!isSale(house, slot)) {
            return Decision.refuse(Rejection.SALE_UNKNOWN);
        }
        refused = refusalOfForeign(house, slot, back.places());
        return refused == null
                ? Decision.accept(
                        new PlacesReturned(
                                back.house(), back.sale(), back.channel(), back.places()))
                : refused;
    }

    /** The box office may bypass the orphan rule and windows, but never take somebody's seats. */
    static Decision move(House house, MoveSeats move) {
        if (move.from().count() != move.to().count()) {
            return Decision.refuse(Rejection.COUNT_OUT_OF_RANGE);
        }
        Decision refused = refusalOfNames(house, move);
        if (refused != null) {
            return refused;
        }
        int slot = house.holds().find(move.sale());
        if (!isSale(house, slot)) {
            return Decision.refuse(Rejection.SALE_UNKNOWN);
        }
        refused = refusalOfForeign(house, slot, new Places.Seated(move.from()));
        if (refused == null) {
            refused = Availability.refusal(house, move.to(), house.holds().channel(slot));
        }
        return refused == null
                ? Decision.accept(new SeatsMoved(move.house(), move.sale(), move.from(), move.to()))
                : refused;
    }

    /** Of the two lists, picks the reason with the lower number. */
    private static @Nullable Decision refusalOfNames(House house, MoveSeats move) {
        Decision from = NamedPlaces.refusal(house, move.from(), Integer.MAX_VALUE);
        Decision to = NamedPlaces.refusal(house, move.to(), Integer.MAX_VALUE);
        if (from instanceof Decision.Refused f && to instanceof Decision.Refused t) {
            return t.answer().reason().number() < f.answer().reason().number() ? to : from;
        }
        return from == null ? to : from;
    }

    private static boolean isSale(House house, int slot) {
        return slot != HoldTable.NONE && house.holds().isSold(slot);
    }

    private static @Nullable Decision refusalOfForeign(House house, int slot, Places places) {
        HoldTable holds = house.holds();
        return switch (places) {
            case Places.Standing(int area, int quantity) -> {
                boolean isOf = holds.isStanding(slot) && holds.area(slot) == area;
                yield isOf && quantity <= holds.count(slot)
                        ? null
                        : Decision.refuse(Rejection.SEAT_NOT_IN_SALE);
            }
            case Places.Seated(Seats seats) -> {
                Seats foreign = NamedPlaces.those(seats, s -> house.seats().holder(s) != slot);
                yield foreign.isEmpty()
                        ? null
                        : Decision.refuse(Rejection.SEAT_NOT_IN_SALE, foreign);
            }
        };
    }
}
