package dev.cavea.platform.catalogue.internal.events;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of the listing. Everything is text here, so that a wrong number gets its problem. */
public class SearchParameters {

    @QueryParam("q")
    @Parameter(description = "Words to look for; typing errors are forgiven")
    @Nullable String q;

    @QueryParam("city")
    @Nullable String city;

    @QueryParam("category")
    @Nullable String category;

    @QueryParam("from")
    @Parameter(description = "Events that start after this time or on this day; now if left out")
    @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Events that start before this time or until the end of this day")
    @Nullable String to;

    @QueryParam("maxPriceMinor")
    @Parameter(description = "The lowest price with fees is at most this, in minor units")
    @Nullable String maxPriceMinor;

    @QueryParam("near")
    @Parameter(description = "latitude,longitude in degrees")
    @Nullable String near;

    @QueryParam("radiusKm")
    @Parameter(description = "How far from there; 50 km if left out")
    @Nullable String radiusKm;

    @QueryParam("sort")
    @Parameter(description = "date, price, name; distance with near; relevance with q")
    @Nullable String sort;

    @QueryParam("limit")
    @Parameter(description = "1 to 200; 50 if left out")
    @Nullable Integer limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before")
    @Nullable String cursor;

    Search.Asked asked() {
        return new Search.Asked(
                q, city, category, from, to, maxPriceMinor, near, radiusKm, sort, limit, cursor);
    }
}
