package dev.cavea.demo.internal.crowd;

import static dev.cavea.platform.edge.Access.Level.OWNER;

import dev.cavea.demo.DemoWanted;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The crowd switch of an event. */
@Path("/api/v1/admin/events/{id}/crowd")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organising")
@Singleton
public class CrowdResource {

    private static final int USUAL_FANS = 200;
    private static final int USUAL_MINUTES = 10;

    private final Catalogue catalogue;
    private final Crowds crowds;
    private final DemoWanted wanted;

    public CrowdResource(Catalogue catalogue, Crowds crowds, DemoWanted wanted) {
        this.catalogue = catalogue;
        this.crowds = crowds;
        this.wanted = wanted;
    }

    /**
     * How many come, and for how long.
     *
     * @param fans another word for fansPerMinute
     */
    @Schema(name = "CrowdBody")
    public record CrowdBody(
            @Schema(description = "1 to 6,000; 200 if left out") @Nullable Integer fansPerMinute,
            @Schema(description = "Another name for fansPerMinute") @Nullable Integer fans,
            @Schema(description = "1 to 120; 10 if left out") @Nullable Integer minutes) {}

    @POST
    @Access(value = OWNER, roles = Roles.ORGANISER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Send in simulated fans",
            description =
                    "They buy over the public API with sandbox payments, as guests whose names say"
                            + " that they are simulated. They stop by themselves. They buy real"
                            + " seats of this event.",
            operationId = "startCrowd")
    @APIResponse(responseCode = "200", description = "The crowd.")
    @APIResponse(responseCode = "404", description = "`unknown-event`, `no-crowd`")
    @APIResponse(responseCode = "422", description = "`invalid-field`")
    public CrowdState start(
            @Context SecurityContext security,
            @PathParam("id") String eventId,
            @Nullable CrowdBody body) {
        EventOnSale event = owned(security, eventId);
        Integer asked = body == null ? null : body.fansPerMinute;
        if (asked == null && body != null) {
            asked = body.fans;
        }
        Integer minutes = body == null ? null : body.minutes;
        Check check = new Check();
        int fans =
                check.range(
                        "fansPerMinute",
                        asked == null ? USUAL_FANS : asked,
                        1,
                        Crowds.MOST_FANS_PER_MINUTE);
        int length =
                check.range(
                        "minutes",
                        minutes == null ? USUAL_MINUTES : minutes,
                        1,
                        Crowds.MOST_MINUTES);
        check.orThrow();
        return crowds.start(event, fans, length);
    }

    @GET
    @Access(value = OWNER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(summary = "How the crowd is doing", operationId = "crowd")
    @APIResponse(responseCode = "200", description = "The crowd; it says so if there is none.")
    @APIResponse(responseCode = "404", description = "`unknown-event`, `no-crowd`")
    public CrowdState state(@Context SecurityContext security, @PathParam("id") String eventId) {
        return crowds.state(owned(security, eventId).id(), eventId);
    }

    @DELETE
    @Access(value = OWNER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(summary = "Send the crowd home", operationId = "stopCrowd")
    @APIResponse(responseCode = "200", description = "The crowd as it leaves.")
    @APIResponse(responseCode = "404", description = "`unknown-event`, `no-crowd`")
    public CrowdState stop(@Context SecurityContext security, @PathParam("id") String eventId) {
        return crowds.stop(owned(security, eventId).id(), eventId);
    }

    private EventOnSale owned(SecurityContext security, String eventId) {
        if (!wanted.crowd()) {
            throw Problems.notFound(
                    "no-crowd", "Simulated fans pay with play money, which is not taken here.");
        }
        Caller caller = Caller.of(security);
        OptionalLong id = Ids.parse(eventId);
        EventOnSale event = id.isEmpty() ? null : catalogue.onSale(id.getAsLong());
        if (event == null) {
            throw Problems.notFound("unknown-event", "No published event is " + eventId + ".");
        }
        if (event.organiser() != caller.account() && caller.role() != Role.ADMIN) {
            throw Problems.forbidden("This event belongs to someone else.");
        }
        return event;
    }
}
