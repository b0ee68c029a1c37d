package dev.cavea.platform.booking.internal.order;

import static dev.cavea.platform.edge.Access.Level.OWNER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.booking.BookingView;
import dev.cavea.platform.catalogue.Catalogue;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.PageParameters;
import dev.cavea.platform.edge.PageRequest;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The bookings of an event, for its organiser. A class of its own, because the path below {@code
 * /admin/events} belongs to the catalogue's.
 */
@Path("/api/v1/admin/events/{id}/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organising")
@Singleton
public class EventBookingsResource {

    private final Bookings bookings;
    private final BookingViews views;
    private final Catalogue catalogue;

    EventBookingsResource(Bookings bookings, BookingViews views, Catalogue catalogue) {
        this.bookings = bookings;
        this.views = views;
        this.catalogue = catalogue;
    }

    @GET
    @Access(value = OWNER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(summary = "List an event's bookings, newest first", operationId = "eventBookings")
    @APIResponse(responseCode = "200", description = "A page of bookings")
    @APIResponse(responseCode = "404", description = "`unknown-event`")
    @APIResponse(responseCode = "422", description = "`invalid-field`")
    public Page<BookingView> bookings(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @BeanParam PageParameters asked) {
        Caller caller = Caller.of(security);
        PageRequest page = asked.page(BookingResource.LIST);
        OptionalLong number = Ids.parse(id);
        EventOnSale event = number.isEmpty() ? null : catalogue.onSale(number.getAsLong());
        if (event == null || !mayManage(caller, event)) {
            throw Problems.notFound("unknown-event", "You have no event " + id + " on sale.");
        }
        List<Order> rows =
                bookings.ofEvent(event.id(), BookingResource.before(page), page.limitAndOne());
        return BookingResource.page(rows, page).map(views::brief);
    }

    private static boolean mayManage(Caller caller, EventOnSale event) {
        return caller.role() == Role.ADMIN || event.organiser() == caller.account();
    }
}
