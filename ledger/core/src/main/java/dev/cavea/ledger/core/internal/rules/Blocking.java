package dev.cavea.ledger.core.internal.rules;

import dev.cavea.ledger.core.Rejection;
import dev.cavea.ledger.core.command.BlockSeats;
import dev.cavea.ledger.core.command.UnblockSeats;
import dev.cavea.ledger.core.event.PlacesBlocked;
import dev.cavea.ledger.core.event.PlacesUnblocked;
import dev.cavea.ledger.core.house.Places;
import dev.cavea.ledger.core.house.Rules;
import dev.cavea.ledger.core.house.Seats;
import dev.cavea.ledger.core.internal.state.House;
import org.jspecify.annotations.Nullable;

/** Sets free places aside for a channel, and frees them again. */
final class Blocking {

    private Blocking() {}

    /**
     * Seats already blocked for the channel are skipped; standing places are a count, so repeating
     * the command blocks as many again.
     */
    static Decision block(House house, BlockSeats block) {
        int channel = block.channel();
        Decision refused = refusal(house, block.places(), channel);
        if (refused != null) {
            return refused;
        }
        return switch (block.places()) {
            case Places.Standing(int area, int quantity) ->
                    quantity <= house.areas().free(area)
                            ? Decision.accept(
                                    new PlacesBlocked(block.house(), channel, block.places()))
                            : Decision.refuse(Rejection.CAPACITY_EXHAUSTED);
            case Places.Seated(Seats seats) -> blockSeats(house, seats, channel);
        };
    }

    private static Decision blockSeats(House house, Seats seats, int channel) {
        Decision refused = Availability.refusal(house, seats, channel);
        if (refused != null) {
            return refused;
        }
        Seats fresh = NamedPlaces.those(seats, house.seats()::isFree);
        return fresh.isEmpty()
                ? Decision.NOTHING_TO_DO
                : Decision.accept(new PlacesBlocked(house.id(), channel, new Places.Seated(fresh)));
    }

    static Decision unblock(House house, UnblockSeats unblock) {
        int channel = unblock.channel();
        Decision refused = refusal(house, unblock.places(), channel);
        if (refused == null) {
            refused = refusalOfNotBlocked(house, unblock.places(), channel);
        }
        return refused == null
                ? Decision.accept(new PlacesUnblocked(unblock.house(), channel, unblock.places()))
                : refused;
    }

    /** Distinguishes seats that somebody has from those that are free or another channel's. */
    private static @Nullable Decision refusalOfNotBlocked(House house, Places places, int channel) {
        return switch (places) {
            case Places.Standing(int area, int quantity) ->
                    quantity <= house.areas().blockedFor(area, channel)
                            ? null
                            : Decision.refuse(Rejection.SEAT_NOT_BLOCKED);
            case Places.Seated(Seats seats) -> {
                Seats taken = NamedPlaces.those(seats, house.seats()::isTaken);
                if (!taken.isEmpty()) {
                    yield Availability.refusal(house, taken, channel);
                }
                Seats others = NamedPlaces.those(seats, s -> house.seats().channel(s) != channel);
                yield others.isEmpty() ? null : Decision.refuse(Rejection.SEAT_NOT_BLOCKED, others);
            }
        };
    }

    private static @Nullable Decision refusal(House house, Places places, int channel) {
        Decision refused = NamedPlaces.refusal(house, places, Integer.MAX_VALUE);
        boolean isChannel = NamedPlaces.isChannel(channel, Rules.PUBLIC + 1);
        return refused == null && !isChannel ? Decision.refuse(Rejection.CHANNEL_UNKNOWN) : refused;
    }
}
