package dev.cavea.platform.catalogue.internal.venues;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Makes venues. */
@Singleton
public final class Venues {

    private final VenueRows rows;
    private final Ids ids;
    private final Clock clock;

    public Venues(VenueRows rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /** The body that makes a venue. */
    @Schema(
            name = "VenueBody",
            requiredProperties = {"name", "city"})
    public record VenueBody(
            @Nullable String name,
            @Nullable String city,
            @Schema(description = "ISO 3166-1, two letters") @Nullable String country,
            @Nullable String address,
            @Nullable Double lat,
            @Nullable Double lon,
            @Schema(
                            description =
                                    "IANA name; without it, days and times of events are in UTC",
                            examples = "Europe/Vienna")
                    @Nullable String timeZone) {}

    /** Throws 422 with all that is wrong. */
    public Venue create(Caller caller, VenueBody body) {
        Check check = new Check();
        check.that(
                "lat",
                (body.lat() == null) == (body.lon() == null),
                "is not a place on its own",
                "lat and lon, or neither");
        Venue venue =
                new Venue(
                        ids.next(),
                        check.line("name", body.name(), 200),
                        check.line("city", body.city(), 100),
                        country(body.country(), check),
                        check.proseIfAny("address", body.address(), 300),
                        degrees("lat", body.lat(), 90, check),
                        degrees("lon", body.lon(), 180, check),
                        timeZone(body.timeZone(), check));
        check.orThrow();
        rows.insert(venue, caller.account(), clock.instant());
        return venue;
    }

    private static @Nullable String country(@Nullable String given, Check check) {
        if (given == null) {
            return null;
        }
        String code = given.strip().toUpperCase(Locale.ROOT);
        boolean known = Arrays.asList(Locale.getISOCountries()).contains(code);
        check.that("country", known, "is not a country", "an ISO 3166-1 code of two letters");
        return code;
    }

    private static @Nullable Double degrees(
            String field, @Nullable Double given, int most, Check check) {
        boolean fits = given == null || Math.abs(given) <= most;
        check.that(field, fits, "is not a place", "a number from -" + most + " to " + most);
        return given;
    }

    private static @Nullable String timeZone(@Nullable String given, Check check) {
        String name = check.lineIfAny("timeZone", given, 60);
        try {
            return name == null ? null : ZoneId.of(name).getId();
        } catch (DateTimeException e) {
            check.that(
                    "timeZone", false, "is not a time zone", "an IANA name such as Europe/Vienna");
            return null;
        }
    }
}
