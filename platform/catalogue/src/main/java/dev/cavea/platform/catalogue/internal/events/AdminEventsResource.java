package dev.cavea.platform.catalogue.internal.events;

import static dev.cavea.platform.edge.Access.Level.CALLER;
import static dev.cavea.platform.edge.Access.Level.OWNER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.catalogue.internal.fields.JsonParts;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.catalogue.internal.plans.PlanStore;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.Json;
import dev.cavea.platform.edge.KeyedRequest;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.PageParameters;
import dev.cavea.platform.edge.PageRequest;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An organiser's events. */
@Path("/api/v1/admin/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organising", description = "Events, venues and plans, for organisers.")
@Singleton
public class AdminEventsResource {

    /** A plan inside an event is held as a tree; larger ones are uploaded on their own first. */
    private static final int LARGEST_BODY = 8 << 20;

    private static final int MOST_VALUES = 1_000_000;

    private static final String LIST = "own-events";

    private final Organising organising;
    private final EventRows rows;
    private final PlanStore plans;
    private final PublishedEvents events;
    private final EventViews views;

    public AdminEventsResource(
            Organising organising,
            EventRows rows,
            PlanStore plans,
            PublishedEvents events,
            EventViews views) {
        this.organising = organising;
        this.rows = rows;
        this.plans = plans;
        this.events = events;
        this.views = views;
    }

    @POST
    @Access(value = CALLER, roles = Roles.ORGANISER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Create an event",
            description =
                    "With `publish: true` its seats can be held as soon as this has answered.",
            operationId = "createEvent")
    @RequestBody(content = @Content(schema = @Schema(implementation = EventBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The event, with `warnings` of a plan that it came with.",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Its seats go on sale as soon as the ledger answers again.",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @APIResponse(responseCode = "403", description = "`forbidden`")
    @APIResponse(responseCode = "422", description = "`invalid-field` or `invalid-plan`")
    public Response create(
            @Context SecurityContext security,
            @HeaderParam(KeyedRequest.HEADER) @Nullable String key,
            byte[] body) {
        Caller caller = Caller.of(security);
        UUID madeUnder =
                key == null
                        ? null
                        : KeyedRequest.derivedId(Ids.text(caller.account()), "events", key);
        Organising.Outcome made = organising.create(caller, body(body), madeUnder);
        EventRow row = made.row();
        return Response.status(row.task() == null ? 201 : 202)
                .header("Location", "/api/v1/admin/events/" + Ids.text(row.id()))
                .entity(document(row).with(made.warnings()))
                .build();
    }

    @GET
    @Access(value = CALLER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(
            summary = "My events",
            description = "Newest first; an administrator sees everybody's.",
            operationId = "ownEvents")
    @APIResponse(responseCode = "200", description = "A page of events.")
    public Page<EventView> list(
            @Context SecurityContext security, @BeanParam PageParameters asked) {
        Caller caller = Caller.of(security);
        PageRequest page = asked.page(LIST);
        long before =
                page.after()
                        .map(last -> Ids.parse(last.keys().getFirst()).orElse(0))
                        .orElse(Long.MAX_VALUE);
        Long owner = caller.role() == Role.ADMIN ? null : caller.account();
        return Page.of(
                        rows.list(owner, before, page.limitAndOne()),
                        page.limit(),
                        row -> Cursor.of(LIST, Ids.text(row.id())))
                .map(row -> own(row, null));
    }

    @GET
    @Path("/{id}")
    @Access(value = OWNER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(summary = "Show one of your events", operationId = "ownEvent")
    @APIResponse(
            responseCode = "200",
            description =
                    "The event, even while it is a draft; with `problem` if it is published but"
                            + " cannot be sold.")
    @APIResponse(responseCode = "404", description = "`unknown-event`")
    public EventView one(@Context SecurityContext security, @PathParam("id") String eventId) {
        return document(organising.owned(Caller.of(security), eventId));
    }

    @PUT
    @Path("/{id}")
    @Access(value = OWNER, roles = Roles.ORGANISER)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Change an event",
            description =
                    "Members left out stay as they are. A sale that is yet to close"
                            + " moves with the event, and its buyers are told. New prices apply to"
                            + " whatever is held from then on. Plan and currency of a published"
                            + " event are fixed.",
            operationId = "changeEvent")
    @RequestBody(content = @Content(schema = @Schema(implementation = EventBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The event as it is now.",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The ledger will be told as soon as it answers.",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @APIResponse(responseCode = "404", description = "`unknown-event`")
    @APIResponse(
            responseCode = "409",
            description = "`plan-fixed`, `currency-fixed`, `event-cancelled` or `event-changed`")
    @APIResponse(responseCode = "422", description = "`invalid-field` or `invalid-plan`")
    public Response change(
            @Context SecurityContext security, @PathParam("id") String eventId, byte[] body) {
        Caller caller = Caller.of(security);
        Organising.Outcome changed = organising.change(caller, eventId, body(body));
        EventRow row = changed.row();
        return Response.status(row.task() == null ? 200 : 202)
                .entity(document(row).with(changed.warnings()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Access(value = OWNER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(
            summary = "Remove a draft or cancel an event",
            description = "A published event stays visible as cancelled, and its sale is closed.",
            operationId = "endEvent")
    @APIResponse(responseCode = "204", description = "It has been removed or cancelled.")
    @APIResponse(responseCode = "404", description = "`unknown-event`")
    public void end(@Context SecurityContext security, @PathParam("id") String eventId) {
        organising.end(Caller.of(security), eventId);
    }

    private static EventBody body(byte[] body) {
        if (body.length > LARGEST_BODY || JsonParts.isLarger(body, MOST_VALUES)) {
            throw Problems.bodyTooLarge(LARGEST_BODY)
                    .with(
                            "hint",
                            "Upload a large plan at /api/v1/admin/plans and give its id here.");
        }
        return Json.strictly(Json.tree(body), EventBody.class);
    }

    private EventView document(EventRow row) {
        String digest = row.plan();
        if (digest == null || events.problem(row.id()) != null) {
            return own(row, null);
        }
        return own(row, plans.find(digest).orElseThrow().plan());
    }

    private EventView own(EventRow row, @Nullable Plan plan) {
        return views.own(row, events.find(row.id()), plan)
                .forOrganiser(row.sale().channels(), events.problem(row.id()));
    }
}
