package dev.cavea.platform.catalogue.internal.events;

import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.catalogue.internal.plans.PlainDocuments;
import dev.cavea.platform.catalogue.internal.plans.StoredPlan;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.kernel.Ids;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The published events, for everybody. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Discovery", description = "Events, venues and seating plans.")
@Singleton
public class EventsResource {

    private final EventSearch search;
    private final PublishedEvents events;
    private final EventViews views;
    private final Clock clock;
    private final PlainDocuments plain = new PlainDocuments();

    public EventsResource(
            EventSearch search, PublishedEvents events, EventViews views, Clock clock) {
        this.search = search;
        this.events = events;
        this.views = views;
        this.clock = clock;
    }

    @GET
    @Access(PUBLIC)
    @RunOnVirtualThread
    @Operation(
            summary = "Find events",
            description =
                    "Published events that have not begun or are still sold, soonest first. A day"
                            + " is the day where an event takes place.",
            operationId = "events")
    @APIResponse(responseCode = "200", description = "A page of events.")
    @APIResponse(responseCode = "422", description = "`invalid-field`")
    public Page<EventSummary> list(@BeanParam SearchParameters asked) {
        return search.find(Search.of(asked, clock.instant())).map(views::summary);
    }

    @GET
    @Path("/{id}")
    @Access(PUBLIC)
    @NonBlocking
    @Operation(
            summary = "One event",
            description = "With its zones, prices, fees, rules and on-sales.",
            operationId = "event")
    @APIResponse(responseCode = "200", description = "The event.")
    @APIResponse(responseCode = "404", description = "`unknown-event`")
    public EventView one(@PathParam("id") String eventId) {
        return views.detail(published(eventId));
    }

    @GET
    @Path("/{id}/plan")
    @Access(PUBLIC)
    @NonBlocking
    @Operation(
            summary = "The seating plan",
            description =
                    "The geometry as cavea-plan/1: never changes under its ETag. Seats are in"
                            + " plan order, which the seat maps follow.",
            operationId = "eventPlan")
    @APIResponse(
            responseCode = "200",
            description = "The plan.",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "304", description = "You already have it.")
    @APIResponse(responseCode = "404", description = "`unknown-event`")
    public CompletionStage<Response> plan(
            @PathParam("id") String eventId,
            @HeaderParam("Accept-Encoding") @Nullable String encodings,
            @HeaderParam("If-None-Match") @Nullable String known) {
        StoredPlan plan = published(eventId).plan();
        boolean gzip = encodings != null && takesGzip(encodings);
        if (known != null && isKnown(known, plan.plan().digest())) {
            return completed(described(Response.notModified(), plan, gzip));
        }
        if (gzip) {
            return completed(described(Response.ok(plan.gzip()), plan, true));
        }
        return plain.of(plan).thenApply(document -> described(Response.ok(document), plan, false));
    }

    private static CompletionStage<Response> completed(Response response) {
        return CompletableFuture.completedFuture(response);
    }

    private static Response described(
            Response.ResponseBuilder response, StoredPlan plan, boolean gzip) {
        if (gzip) {
            response.header("Content-Encoding", "gzip");
        }
        // Two encodings are two sequences of bytes, so they have two strong tags.
        String tag = '"' + plan.plan().digest() + (gzip ? "-gzip\"" : "\"");
        return response.header("ETag", tag)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept-Encoding")
                .build();
    }

    private static boolean takesGzip(String encodings) {
        String words = encodings.toLowerCase(Locale.ROOT).replace(" ", "");
        return words.contains("gzip")
                && !words.contains("gzip;q=0,")
                && !words.endsWith("gzip;q=0");
    }

    private static boolean isKnown(String known, String digest) {
        return known.equals("*") || known.contains('"' + digest);
    }

    private PublishedEvent published(String eventId) {
        OptionalLong id = Ids.parse(eventId);
        PublishedEvent event = id.isEmpty() ? null : events.find(id.getAsLong());
        if (event == null) {
            throw OwnEvents.unknown(eventId);
        }
        return event;
    }
}
