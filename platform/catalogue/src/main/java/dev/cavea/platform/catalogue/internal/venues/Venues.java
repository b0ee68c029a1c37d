package dev.cavea.platform.catalogue.internal.venues;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.catalogue.internal.fields.Fields;
import dev.cavea.platform.catalogue.internal.fields.Findings;
import dev.cavea.platform.kernel.Ids;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes venues. */
public final class Venues {

    private final VenueRows rows;
    private final Ids ids;
    private final Clock clock;

    public Venues(VenueRows rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /** Throws 422 with all that is wrong. */
    public Venue create(Caller caller, JsonNode body) {
        Findings findings = new Findings("invalid-field", "A field cannot be accepted");
        Venue venue = read(Fields.of(body, "", findings));
        findings.throwIfAny();
        rows.insert(venue, caller.account(), clock.instant());
        return venue;
    }

    private Venue read(Fields body) {
        body.only("name", "city", "country", "address", "lat", "lon", "timeZone");
        String country = body.textOrNull("country", 2);
        if (country != null
                && !List.of(Locale.getISOCountries()).contains(country.toUpperCase(Locale.ROOT))) {
            body.wrong("country", "is no country", "an ISO 3166-1 code of two letters");
        }
        if (body.has("lat") != body.has("lon")) {
            body.wrong("lat", "is no place alone", "lat and lon, or neither");
        }
        return new Venue(
                ids.next(),
                body.text("name", 200),
                body.text("city", 100),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                body.proseOrNull("address", 300),
                body.has("lat") ? body.number("lat", -90, 90) : null,
                body.has("lon") ? body.number("lon", -180, 180) : null,
                timeZone(body));
    }

    private static @Nullable String timeZone(Fields body) {
        String name = body.textOrNull("timeZone", 60);
        try {
            return name == null ? null : ZoneId.of(name).getId();
        } catch (DateTimeException e) {
            body.wrong("timeZone", "is no time zone", "an IANA name such as Europe/Vienna");
            return null;
        }
    }
}
