package dev.cavea.platform.catalogue.internal.events;

import static dev.cavea.platform.edge.Access.Level.OWNER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.catalogue.internal.events.BlockRequest.BlockBody;
import dev.cavea.platform.catalogue.internal.events.Blocks.ChannelsBody;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seats that are kept, and the channels they are kept for. */
@Path("/api/v1/admin/events/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organising")
@Singleton
public class BlocksResource {

    private final Blocks blocks;
    private final EventViews views;

    public BlocksResource(Blocks blocks, EventViews views) {
        this.blocks = blocks;
        this.views = views;
    }

    @POST
    @Path("/block")
    @Access(value = OWNER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(summary = "Set places aside for a channel", operationId = "block")
    @RequestBody(content = @Content(schema = @Schema(implementation = BlockBody.class)))
    @APIResponse(responseCode = "200", description = "All of them are set aside, or none.")
    @APIResponse(responseCode = "404", description = "`unknown-seat`")
    @APIResponse(responseCode = "409", description = "`seats-taken`, `event-not-published`")
    public Blocks.Blocked block(
            @Context SecurityContext security, @PathParam("id") String eventId, byte[] body) {
        return blocks.block(
                Caller.of(security), eventId, Json.strictly(Json.tree(body), BlockBody.class));
    }

    @POST
    @Path("/unblock")
    @Access(value = OWNER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(summary = "Free places that were set aside", operationId = "unblock")
    @RequestBody(content = @Content(schema = @Schema(implementation = BlockBody.class)))
    @APIResponse(responseCode = "200", description = "All of them are free, or none.")
    @APIResponse(responseCode = "404", description = "`unknown-seat`")
    @APIResponse(responseCode = "409", description = "`seats-not-blocked`")
    public Blocks.Blocked unblock(
            @Context SecurityContext security, @PathParam("id") String eventId, byte[] body) {
        return blocks.unblock(
                Caller.of(security), eventId, Json.strictly(Json.tree(body), BlockBody.class));
    }

    @POST
    @Path("/channels")
    @Access(value = OWNER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(
            summary = "Say when channels sell",
            description = "Channels not named stay as they are.",
            operationId = "channels")
    @RequestBody(content = @Content(schema = @Schema(implementation = ChannelsBody.class)))
    @APIResponse(responseCode = "200", description = "The event with all its channels.")
    @APIResponse(responseCode = "404", description = "`unknown-event`")
    public EventView channels(
            @Context SecurityContext security, @PathParam("id") String eventId, byte[] body) {
        return views.own(
                blocks.channels(
                        Caller.of(security),
                        eventId,
                        Json.strictly(Json.tree(body), ChannelsBody.class)),
                null,
                null);
    }
}
