package dev.cavea.platform.tickets;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places of a booking's tickets that are in force.
 *
 * @param count of all of them
 * @param seats indexes of those that are seats
 */
public record PlacesInForce(int count, Set<Integer> seats) {

    public static final PlacesInForce NONE = new PlacesInForce(0, Set.of());

    public PlacesInForce {
        seats = Set.copyOf(seats);
    }

    static PlacesInForce of(@Nullable Integer seat) {
        return new PlacesInForce(1, seat == null ? Set.of() : Set.of(seat));
    }

    PlacesInForce plus(PlacesInForce other) {
        Set<Integer> all = new HashSet<>(seats);
        all.addAll(other.seats);
        return new PlacesInForce(count + other.count, all);
    }
}
