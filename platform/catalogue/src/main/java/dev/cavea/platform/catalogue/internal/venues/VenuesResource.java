package dev.cavea.platform.catalogue.internal.venues;

import static dev.cavea.platform.edge.Access.Level.CALLER;
import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.catalogue.internal.venues.Venues.VenueBody;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.PageParameters;
import dev.cavea.platform.edge.PageRequest;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.storage.Reads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Venues: made by organisers, seen by everybody. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public class VenuesResource {

    private static final String LIST = "venues";

    private final VenueRows rows;
    private final Venues venues;

    public VenuesResource(@Reads VenueRows rows, Venues venues) {
        this.rows = rows;
        this.venues = venues;
    }

    @POST
    @Path("/admin/venues")
    @Access(value = CALLER, roles = Roles.ORGANISER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Organising")
    @Operation(summary = "Create a venue", operationId = "createVenue")
    @RequestBody(content = @Content(schema = @Schema(implementation = VenueBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The venue.",
            content = @Content(schema = @Schema(implementation = VenueView.class)))
    @APIResponse(responseCode = "422", description = "`invalid-field`")
    public Response create(@Context SecurityContext security, byte[] body) {
        Caller caller = Caller.of(security);
        Venue venue = venues.create(caller, Json.strictly(Json.tree(body), VenueBody.class));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/venues/" + Ids.text(venue.id()))
                .entity(VenueView.of(venue))
                .build();
    }

    @GET
    @Path("/venues")
    @Access(PUBLIC)
    @RunOnVirtualThread
    @Tag(name = "Discovery")
    @Operation(summary = "All venues", description = "By name.", operationId = "venues")
    @APIResponse(responseCode = "200", description = "A page of venues.")
    public Page<VenueView> list(@BeanParam PageParameters asked) {
        PageRequest page = asked.page(LIST);
        String afterName = page.after().map(last -> last.keys().getFirst()).orElse(null);
        long afterId =
                page.after().map(last -> Ids.parse(last.keys().getLast()).orElse(0)).orElse(0L);
        return Page.of(
                        rows.list(afterName, afterId, page.limitAndOne()),
                        page.limit(),
                        venue -> Cursor.of(LIST, venue.name(), Ids.text(venue.id())))
                .map(VenueView::of);
    }

    @GET
    @Path("/venues/{id}")
    @Access(PUBLIC)
    @RunOnVirtualThread
    @Tag(name = "Discovery")
    @Operation(summary = "One venue", operationId = "venue")
    @APIResponse(responseCode = "200", description = "The venue.")
    @APIResponse(responseCode = "404", description = "`unknown-venue`")
    public VenueView one(@PathParam("id") String venueId) {
        OptionalLong id = Ids.parse(venueId);
        Venue venue = id.isEmpty() ? null : rows.find(id.getAsLong()).orElse(null);
        if (venue == null) {
            throw Problems.notFound("unknown-venue", "There is no venue " + venueId + ".");
        }
        return VenueView.of(venue);
    }
}
