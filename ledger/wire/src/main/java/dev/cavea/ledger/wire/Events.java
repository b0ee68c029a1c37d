package dev.cavea.ledger.wire;

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

/** An event: its kind, its house, then its fields in the order of the record. */
final class Events {

    private static final int HOUSE_OPENED = 1;
    private static final int RULES_CHANGED = 2;
    private static final int PLACES_HELD = 3;
    private static final int HOLD_EXTENDED = 4;
    private static final int HOLD_RELEASED = 5;
    private static final int HOLD_EXPIRED = 6;
    private static final int HOLD_PINNED = 7;
    private static final int HOLD_SOLD = 8;
    private static final int PLACES_RETURNED = 9;
    private static final int PLACES_BLOCKED = 10;
    private static final int PLACES_UNBLOCKED = 11;
    private static final int SEATS_MOVED = 12;
    private static final int HOUSE_CLOSED = 13;

    private Events() {}

    static void write(WireOut out, Event event) {
        out.putByte(kind(event));
        out.putLong(event.house());
        switch (event) {
            case HouseOpened opened -> {
                HouseWords.write(out, opened.layout());
                HouseWords.write(out, opened.rules());
            }
            case RulesChanged changed -> HouseWords.write(out, changed.rules());
            case PlacesHeld held -> {
                Words.write(out, held.hold());
                out.putLong(held.buyer());
                out.putInt(held.channel());
                Words.write(out, held.places());
                out.putLong(held.expiresAtMillis());
            }
            case HoldExtended extended -> {
                Words.write(out, extended.hold());
                out.putLong(extended.expiresAtMillis());
            }
            case HoldReleased released -> writeHold(out, released.hold(), released.places());
            case HoldExpired expired -> writeHold(out, expired.hold(), expired.places());
            case HoldPinned pinned -> {
                Words.write(out, pinned.hold());
                out.putLong(pinned.pinnedUntilMillis());
            }
            case HoldSold sold -> {
                Words.write(out, sold.sale());
                out.putLong(sold.buyer());
                Words.write(out, sold.places());
            }
            case PlacesReturned back -> {
                Words.write(out, back.sale());
                writePlaces(out, back.channel(), back.places());
            }
            case PlacesBlocked blocked -> writePlaces(out, blocked.channel(), blocked.places());
            case PlacesUnblocked free -> writePlaces(out, free.channel(), free.places());
            case SeatsMoved moved -> {
                Words.write(out, moved.sale());
                Words.write(out, moved.from());
                Words.write(out, moved.to());
            }
            case HouseClosed closed -> {}
        }
    }

    static Event read(WireIn in) {
        int kind = in.getByte();
        long house = in.getLong();
        return switch (kind) {
            case HOUSE_OPENED ->
                    new HouseOpened(house, HouseWords.layout(in), HouseWords.rules(in));
            case RULES_CHANGED -> new RulesChanged(house, HouseWords.rules(in));
            case PLACES_HELD -> placesHeld(house, in);
            case HOLD_EXTENDED -> new HoldExtended(house, Words.holdId(in), in.getLong());
            case HOLD_RELEASED -> new HoldReleased(house, Words.holdId(in), Words.places(in));
            case HOLD_EXPIRED -> new HoldExpired(house, Words.holdId(in), Words.places(in));
            case HOLD_PINNED -> new HoldPinned(house, Words.holdId(in), in.getLong());
            case HOLD_SOLD -> new HoldSold(house, Words.holdId(in), in.getLong(), Words.places(in));
            case PLACES_RETURNED ->
                    new PlacesReturned(house, Words.holdId(in), in.getInt(), Words.places(in));
            case PLACES_BLOCKED -> new PlacesBlocked(house, in.getInt(), Words.places(in));
            case PLACES_UNBLOCKED -> new PlacesUnblocked(house, in.getInt(), Words.places(in));
            case SEATS_MOVED ->
                    new SeatsMoved(house, Words.holdId(in), Words.seats(in), Words.seats(in));
            case HOUSE_CLOSED -> new HouseClosed(house);
            default -> throw new WireException("no event has the kind " + kind);
        };
    }

    private static int kind(Event event) {
        return switch (event) {
            case HouseOpened opened -> HOUSE_OPENED;
            case RulesChanged changed -> RULES_CHANGED;
            case PlacesHeld held -> PLACES_HELD;
            case HoldExtended extended -> HOLD_EXTENDED;
            case HoldReleased released -> HOLD_RELEASED;
            case HoldExpired expired -> HOLD_EXPIRED;
            case HoldPinned pinned -> HOLD_PINNED;
            case HoldSold sold -> HOLD_SOLD;
            case PlacesReturned back -> PLACES_RETURNED;
            case PlacesBlocked blocked -> PLACES_BLOCKED;
            case PlacesUnblocked free -> PLACES_UNBLOCKED;
            case SeatsMoved moved -> SEATS_MOVED;
            case HouseClosed closed -> HOUSE_CLOSED;
        };
    }

    private static PlacesHeld placesHeld(long house, WireIn in) {
        HoldId hold = Words.holdId(in);
        long buyer = in.getLong();
        int channel = in.getInt();
        Places places = Words.places(in);
        return new PlacesHeld(house, hold, buyer, channel, places, in.getLong());
    }

    private static void writeHold(WireOut out, HoldId hold, Places places) {
        Words.write(out, hold);
        Words.write(out, places);
    }

    private static void writePlaces(WireOut out, int channel, Places places) {
        out.putInt(channel);
        Words.write(out, places);
    }
}
