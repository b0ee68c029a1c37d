package dev.cavea.platform.tickets;

import static dev.cavea.platform.edge.Access.Level.OWNER;
import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.LinkKeys;
import dev.cavea.platform.accounts.Owners;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A ticket's picture and calendar entry, for its owner; the public key, for everyone. */
@Path("/api/v1/tickets")
@Tag(name = "Tickets")
@Singleton
public class TicketResource {

    private static final String LINK = "Of the link in the buyer's letter, instead of a token.";

    private final Tickets tickets;
    private final TicketKeys keys;
    private final EventCard.Source events;
    private final Owners owners;
    private final LinkKeys links;
    private final Clock clock;

    public TicketResource(
            Tickets tickets,
            TicketKeys keys,
            EventCard.Source events,
            Owners owners,
            LinkKeys links,
            Clock clock) {
        this.tickets = tickets;
        this.keys = keys;
        this.events = events;
        this.owners = owners;
        this.links = links;
        this.clock = clock;
    }

    /** Public keys, by the id that is in each code. */
    public record Keys(List<Key> keys) {}

    /** A key as RFC 8037 writes it. */
    public record Key(String kid, String kty, String crv, String use, String x) {}

    @GET
    @Path("/keys")
    @Access(PUBLIC)
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Operation(
            summary = "Keys for checking tickets' codes",
            description = "With these a gate checks codes without a network.",
            operationId = "ticketKeys")
    @APIResponse(responseCode = "200", description = "The public keys")
    public Keys keys() {
        return new Keys(
                keys.publicKeys().stream()
                        .map(
                                key ->
                                        new Key(
                                                "%08x".formatted(key.id()),
                                                "OKP",
                                                "Ed25519",
                                                "sig",
                                                key.text()))
                        .toList());
    }

    @GET
    @Path("/{id}.svg")
    @Access(value = OWNER, orKey = true)
    @Produces("image/svg+xml")
    @RunOnVirtualThread
    @Operation(summary = "A ticket's code as a QR picture", operationId = "ticketPicture")
    @APIResponse(responseCode = "200", description = "The picture")
    @APIResponse(responseCode = "404", description = "`unknown-ticket`")
    @APIResponse(responseCode = "410", description = "`ticket-void`")
    public Response picture(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Parameter(description = LINK) @QueryParam("key") @Nullable String key) {
        Ticket ticket = shown(security, id, key);
        if (ticket.status() == Ticket.Status.VOID) {
            throw new Problem(410, "ticket-void", "Not valid", "This ticket is void.");
        }
        String svg = QrPicture.svg(keys.code(ticket), TicketLabel.of(ticket.place()));
        return Response.ok(svg).header("Cache-Control", "private, no-cache").build();
    }

    @GET
    @Path("/{id}.ics")
    @Access(value = OWNER, orKey = true)
    @Produces("text/calendar;charset=UTF-8")
    @RunOnVirtualThread
    @Operation(summary = "A ticket's event for a calendar", operationId = "ticketCalendar")
    @APIResponse(responseCode = "200", description = "iCalendar, RFC 5545")
    @APIResponse(responseCode = "404", description = "`unknown-ticket`")
    public Response calendar(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Parameter(description = LINK) @QueryParam("key") @Nullable String key) {
        Ticket ticket = shown(security, id, key);
        EventCard event = events.of(ticket.event());
        if (event == null) {
            throw unknown(id);
        }
        return Response.ok(CalendarEntry.of(ticket, event, clock.instant()))
                .header("Content-Disposition", "attachment; filename=\"ticket-" + id + ".ics\"")
                .build();
    }

    /** To its owner, or to whoever has the key of its booking. */
    private Ticket shown(SecurityContext security, String id, @Nullable String key) {
        OptionalLong number = Ids.parse(id);
        if (number.isEmpty()) {
            throw unknown(id);
        }
        return tickets.find(number.getAsLong())
                .filter(
                        ticket ->
                                key == null
                                        ? owners.isOwn(Caller.of(security), ticket.owner())
                                        : links.fits(key, Tickets.LINK, ticket.booking()))
                .orElseThrow(() -> unknown(id));
    }

    private static Problem unknown(String id) {
        return Problems.notFound("unknown-ticket", "You have no ticket " + id + ".");
    }
}
