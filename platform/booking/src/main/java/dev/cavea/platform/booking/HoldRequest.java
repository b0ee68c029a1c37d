package dev.cavea.platform.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a buyer asks to hold: the three bodies of {@code POST /api/v1/events/{id}/holds}. */
public sealed interface HoldRequest {

    /** Most seats that one request may name or ask for. */
    int MOST_SEATS = 50;

    /** How many places it asks for. */
    int places();

    /** These seats, by their public ids, all or none. */
    record Named(List<String> seats) implements HoldRequest {
        public Named {
            seats = List.copyOf(seats);
        }

        @Override
        public int places() {
            return seats.size();
        }
    }

    /**
     * The best that are free.
     *
     * @param zone name of a price zone; null takes any
     * @param section name of a section; null takes any
     * @param maxPriceMinor what a seat may cost with its fees; null takes any
     */
    record Best(
            int count,
            @Nullable String zone,
            @Nullable String section,
            @Nullable Long maxPriceMinor,
            boolean accessible,
            boolean together)
            implements HoldRequest {

        @Override
        public int places() {
            return count;
        }
    }

    /** A number of places in a general-admission area, by the area's id. */
    record Standing(String area, int quantity) implements HoldRequest {

        @Override
        public int places() {
            return quantity;
        }
    }
}
