package dev.cavea.platform.booking.internal.hold;

import static dev.cavea.platform.edge.Access.Level.OWNER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.booking.HoldDesk;
import dev.cavea.platform.booking.HoldName;
import dev.cavea.platform.booking.HoldOutcome;
import dev.cavea.platform.booking.LiveHold;
import dev.cavea.platform.edge.Access;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An existing hold: show it, extend it, release it. Taking one has its own route. */
@Path("/api/v1/holds/{holdId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Buying", description = "From a hold to a booking.")
@Singleton
public class HoldResource {

    private final HoldDesk desk;
    private final Clock clock;

    public HoldResource(HoldDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GET
    @Access(OWNER)
    @NonBlocking
    @Operation(
            summary = "Show a hold",
            description = "Its seats, its end and its price, for as long as it lasts.",
            operationId = "showHold")
    @APIResponse(responseCode = "200", description = "The hold")
    @APIResponse(responseCode = "404", description = "`hold-gone`")
    public HoldView show(@Context SecurityContext security, @PathParam("holdId") String holdId) {
        Caller caller = Caller.of(security);
        return desk.find(caller, name(holdId)).map(this::view).orElseThrow(Refusals::holdGone);
    }

    @POST
    @Path("/extend")
    @Access(OWNER)
    @RunOnVirtualThread
    @Operation(
            summary = "Give a hold more time",
            description =
                    "Adds five minutes to what is left, or the event's whole time of a hold where"
                            + " that is shorter. As often as the event allows, usually once.",
            operationId = "extendHold")
    @APIResponse(responseCode = "200", description = "The hold with its new end")
    @APIResponse(responseCode = "404", description = "`hold-gone`")
    @APIResponse(
            responseCode = "409",
            description = "`extensions-used-up` with the limit, `sale-closed`")
    public HoldView extend(@Context SecurityContext security, @PathParam("holdId") String holdId) {
        Caller caller = Caller.of(security);
        return switch (desk.extend(caller, name(holdId)).join()) {
            case HoldOutcome.Granted(LiveHold hold) -> view(hold);
            case HoldOutcome.SeatsTaken(var event, var taken) ->
                    throw Refusals.seatsTaken(event, taken);
            case HoldOutcome.Refused(var problem) -> throw problem;
        };
    }

    @DELETE
    @Access(OWNER)
    @RunOnVirtualThread
    @Operation(summary = "Give a hold back", operationId = "releaseHold")
    @APIResponse(responseCode = "204", description = "Its places are free again")
    @APIResponse(responseCode = "404", description = "`hold-gone`")
    @APIResponse(responseCode = "409", description = "`payment-in-flight`")
    public void release(@Context SecurityContext security, @PathParam("holdId") String holdId) {
        Caller caller = Caller.of(security);
        desk.release(caller, name(holdId))
                .join()
                .ifPresent(
                        problem -> {
                            throw problem;
                        });
    }

    private HoldView view(LiveHold hold) {
        return HoldView.of(hold, clock.millis());
    }

    private static HoldName name(String text) {
        return HoldName.parse(text).orElseThrow(Refusals::holdGone);
    }
}
