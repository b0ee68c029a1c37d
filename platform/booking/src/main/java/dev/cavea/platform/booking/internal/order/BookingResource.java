package dev.cavea.platform.booking.internal.order;

import static dev.cavea.platform.edge.Access.Level.CALLER;
import static dev.cavea.platform.edge.Access.Level.OWNER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.booking.BookingView;
import dev.cavea.platform.booking.NewBooking;
import dev.cavea.platform.booking.OrderStatus;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.PageParameters;
import dev.cavea.platform.edge.PageRequest;
import dev.cavea.platform.kernel.Ids;
import dev.cavea.platform.tickets.TicketKeys;
import dev.cavea.platform.tickets.TicketView;
import dev.cavea.platform.tickets.Tickets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bookings, each for its buyer alone; to look at, for whoever has the link of the letter. */
@Path("/api/v1/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Buying")
@Singleton
public class BookingResource {

    static final String LIST = "bookings";
    static final String KEY = "Of the link in the buyer's letter, instead of a token.";

    private final Bookings bookings;
    private final OwnBookings own;
    private final Cancelling cancelling;
    private final BookingViews views;
    private final Tickets tickets;
    private final TicketKeys keys;
    private final Audit audit;

    BookingResource(
            Bookings bookings,
            OwnBookings own,
            Cancelling cancelling,
            BookingViews views,
            Tickets tickets,
            TicketKeys keys,
            Audit audit) {
        this.bookings = bookings;
        this.own = own;
        this.cancelling = cancelling;
        this.views = views;
        this.tickets = tickets;
        this.keys = keys;
        this.audit = audit;
    }

    /** A booking's tickets. */
    public record TicketList(List<TicketView> items, @Nullable String nextCursor) {}

    @POST
    @Access(OWNER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Book the places of a hold",
            description =
                    "Waits up to two seconds for the payment's outcome. `pending_payment` resolves"
                            + " by itself; with a `paymentAction` the buyer must act first. After"
                            + " `payment_failed` the hold stays and another card may be tried."
                            + " For a total of 0 `payment` may be left out and is ignored.",
            operationId = "book")
    @APIResponse(
            responseCode = "201",
            description = "The booking",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "404", description = "`hold-gone`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`sale-closed` while the sale is paused: nothing is charged, the hold"
                            + " keeps its time")
    @APIResponse(responseCode = "422", description = "`invalid-field`, `idempotency-key-reused`")
    public Response book(@Context SecurityContext security, NewBooking body) {
        Caller caller = Caller.of(security);
        BookingView view = views.of(bookings.book(caller, body));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/bookings/" + view.id())
                .entity(view)
                .build();
    }

    @GET
    @Path("/{id}")
    @Access(value = OWNER, orKey = true)
    @RunOnVirtualThread
    @Operation(summary = "Show a booking", operationId = "showBooking")
    @APIResponse(responseCode = "200", description = "The booking")
    @APIResponse(responseCode = "404", description = "`unknown-booking`")
    public BookingView show(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Parameter(description = KEY) @QueryParam("key") @Nullable String key) {
        return views.of(own.shown(security, id, key));
    }

    @GET
    @Path("/my-bookings")
    @Access(CALLER)
    @RunOnVirtualThread
    @Operation(summary = "List your bookings, newest first", operationId = "myBookings")
    @APIResponse(responseCode = "200", description = "A page of bookings")
    @APIResponse(responseCode = "422", description = "`invalid-field`")
    public Page<BookingView> mine(
            @Context SecurityContext security, @BeanParam PageParameters asked) {
        Caller caller = Caller.of(security);
        PageRequest page = asked.page(LIST);
        List<Order> rows = own.mine(caller, before(page), page.limitAndOne());
        return page(rows, page).map(views::of);
    }

    @POST
    @Path("/{id}/cancel")
    @Access(OWNER)
    @RunOnVirtualThread
    @Operation(
            summary = "Cancel a booking",
            description =
                    "Until the event starts. `cancelled` when no money was taken or while it is on"
                            + " its way back, `refunded` once it is back.",
            operationId = "cancelBooking")
    @APIResponse(responseCode = "200", description = "The booking as it is now")
    @APIResponse(responseCode = "404", description = "`unknown-booking`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`booking-ended`, `too-late-to-cancel`, `booking-in-progress`,"
                            + " `booking-under-review`")
    public BookingView cancel(@Context SecurityContext security, @PathParam("id") String id) {
        Caller caller = Caller.of(security);
        long booking = own.own(caller, id).id();
        AuditEntry entry =
                AuditEntry.of(Act.BOOKING_CANCELLED, "booking", booking)
                        .by(caller.account(), caller.role().word())
                        .with("status", OrderStatus.CANCELLED.word());
        return views.of(cancelling.cancel(booking, handle -> audit.record(handle, entry)));
    }

    @GET
    @Path("/{id}/tickets")
    @Access(value = OWNER, orKey = true)
    @RunOnVirtualThread
    @Operation(summary = "Show a booking's tickets", operationId = "bookingTickets")
    @APIResponse(responseCode = "200", description = "All tickets, empty until it is confirmed")
    @APIResponse(responseCode = "404", description = "`unknown-booking`")
    public TicketList tickets(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Parameter(description = KEY) @QueryParam("key") @Nullable String key) {
        Order order = own.shown(security, id, key);
        return new TicketList(
                tickets.ofBooking(order.id()).stream()
                        .map(ticket -> TicketView.of(ticket, keys))
                        .toList(),
                null);
    }

    /** Id before which the page begins. */
    static long before(PageRequest page) {
        return page.after()
                .map(last -> Ids.parse(last.keys().getFirst()))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .orElse(Long.MAX_VALUE);
    }

    static Page<Order> page(List<Order> rows, PageRequest page) {
        return Page.of(rows, page.limit(), last -> Cursor.of(LIST, Ids.text(last.id())));
    }
}
