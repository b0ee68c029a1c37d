package dev.cavea.platform.catalogue.internal.venues;

import dev.cavea.platform.kernel.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A venue as answers have it. An event without one says so in its name, and has no id. */
@Schema(name = "Venue")
public record VenueView(
        @Nullable String id,
        String name,
        String city,
        @Nullable String country,
        @Nullable String address,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable String timeZone) {

    private static final VenueView UNKNOWN =
            new VenueView(null, "Venue to be announced", "", null, null, null, null, null);

    public static VenueView of(@Nullable Venue venue) {
        return venue == null
                ? UNKNOWN
                : new VenueView(
                        Ids.text(venue.id()),
                        venue.name(),
                        venue.city(),
                        venue.country(),
                        venue.address(),
                        venue.lat(),
                        venue.lon(),
                        venue.timeZone());
    }
}
