package dev.cavea.platform.catalogue.internal.venues;

import dev.cavea.platform.kernel.Ids;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** As answers have it. An event without a venue says so in the venue's place. */
    public static Map<String, @Nullable Object> document(@Nullable Venue venue) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", venue == null ? null : Ids.text(venue.id));
        document.put("name", venue == null ? "Venue to be announced" : venue.name);
        document.put("city", venue == null ? "" : venue.city);
        document.put("country", venue == null ? null : venue.country);
        document.put("address", venue == null ? null : venue.address);
        document.put("lat", venue == null ? null : venue.lat);
        document.put("lon", venue == null ? null : venue.lon);
        document.put("timeZone", venue == null ? null : venue.timeZone);
        return document;
    }

    /** Its time; UTC while it is not known. */
    public static ZoneId zone(@Nullable Venue venue) {
        return venue == null || venue.timeZone == null ? ZoneOffset.UTC : ZoneId.of(venue.timeZone);
    }

    /** Name and city; null while it is not known. */
    public static @Nullable String line(@Nullable Venue venue) {
        return venue == null ? null : venue.name + ", " + venue.city;
    }
}
