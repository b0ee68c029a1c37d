package dev.cavea.platform.booking;

import java.time.Duration;

/**
 * How patient bookings are.
 *
 * @param answer how long the answer to a new booking waits for the provider
 * @param charge how long a hold is kept for a payment that is being sent to its provider
 * @param payment how long a hold is kept for a payment that its provider has
 * @param lease how long others leave a booking alone that one process works on
 * @param returnPath the page of a booking, without its id, to which a provider sends the buyer back
 */
public record BookingSettings(
        Duration answer, Duration charge, Duration payment, Duration lease, String returnPath) {

    public static BookingSettings standard() {
        return new BookingSettings(
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofSeconds(10),
                "/tickets/");
    }
}
