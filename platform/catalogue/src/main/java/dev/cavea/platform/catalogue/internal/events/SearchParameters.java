package dev.cavea.platform.catalogue.internal.events;

import dev.cavea.platform.edge.PageParameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of the listing. Everything is text here, so that a wrong number gets its problem. */
public class SearchParameters extends PageParameters {

    @QueryParam("q")
    @Parameter(
            description =
                    "Words to look for; accents and typing errors are forgiven, symbols" + " over")
    @Nullable String q;

    @QueryParam("city")
    @Nullable String city;

    @QueryParam("category")
    @Nullable String category;

    @QueryParam("from")
    @Parameter(
            description =
                    "Events that start after this time, or on this day where they take place;"
                            + " if left out, whatever is still to come or still on sale")
    @Nullable String from;

    @QueryParam("to")
    @Parameter(
            description =
                    "Events that start before this time, or until the end of this day where they"
                            + " take place")
    @Nullable String to;

    @QueryParam("maxPriceMinor")
    @Parameter(description = "The lowest price with fees is at most this, in minor units")
    @Nullable String maxPriceMinor;

    @QueryParam("currency")
    @Parameter(description = "Only events sold in this currency; prices are compared within one")
    @Nullable String currency;

    @QueryParam("near")
    @Parameter(description = "latitude,longitude in degrees")
    @Nullable String near;

    @QueryParam("radiusKm")
    @Parameter(description = "How far away; 50 km if left out")
    @Nullable String radiusKm;

    @QueryParam("sort")
    @Parameter(description = "date, price, name; distance with near; relevance with q")
    @Nullable String sort;
}
