package dev.cavea.platform.booking.internal.order;

import static dev.cavea.platform.edge.Access.Level.OWNER;

import dev.cavea.platform.booking.internal.mail.Enclosures;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A booking's event for a calendar, with all its places. */
@Path("/api/v1/bookings/{id}/calendar.ics")
@Tag(name = "Buying")
@Singleton
public class BookingCalendarResource {

    private final OwnBookings own;
    private final Enclosures enclosures;

    BookingCalendarResource(OwnBookings own, Enclosures enclosures) {
        this.own = own;
        this.enclosures = enclosures;
    }

    @GET
    @Access(value = OWNER, orKey = true)
    @Produces("text/calendar;charset=UTF-8")
    @RunOnVirtualThread
    @Operation(summary = "A booking's event for a calendar", operationId = "bookingCalendar")
    @APIResponse(responseCode = "200", description = "iCalendar, RFC 5545")
    @APIResponse(responseCode = "404", description = "`unknown-booking`, or it has no tickets yet")
    public Response calendar(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Parameter(description = BookingResource.KEY) @QueryParam("key") @Nullable String key) {
        Order order = own.shown(security, id, key);
        String entry = enclosures.calendar(order.id());
        if (entry == null) {
            throw Problems.notFound("unknown-booking", "This booking has no tickets yet.");
        }
        return Response.ok(entry)
                .header("Content-Disposition", "attachment; filename=\"booking-" + id + ".ics\"")
                .build();
    }
}
