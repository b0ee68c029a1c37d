package dev.cavea.platform.catalogue.internal.venues;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Where an event takes place.
 *
 * @param country ISO 3166-1, two letters
 * @param timeZone IANA name
 */
public record Venue(
        long id,
        String name,
        String city,
        @Nullable String country,
        @Nullable String address,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable String timeZone) {

    /** Its time; UTC while it is not known. */
    public static ZoneId zone(@Nullable Venue venue) {
        return venue == null || venue.timeZone == null ? ZoneOffset.UTC : ZoneId.of(venue.timeZone);
    }

    /** Name and city; null while it is not known. */
    public static @Nullable String line(@Nullable Venue venue) {
        return venue == null ? null : venue.name + ", " + venue.city;
    }
}
