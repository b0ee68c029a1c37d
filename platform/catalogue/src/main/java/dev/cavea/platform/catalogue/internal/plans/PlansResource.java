package dev.cavea.platform.catalogue.internal.plans;

import static dev.cavea.platform.edge.Access.Level.CALLER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.catalogue.internal.exchange.Loss;
import dev.cavea.platform.catalogue.internal.exchange.PlanExchange;
import dev.cavea.platform.catalogue.internal.exchange.Source;
import dev.cavea.platform.catalogue.internal.plan.Plan;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.NotKept;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.PageParameters;
import dev.cavea.platform.edge.PageRequest;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Seating plans in and out. */
@Path("/api/v1/admin/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organising")
@Singleton
public class PlansResource {

    private static final String LIST = "plans";
    private static final String CSV = "text/csv";

    private final PlanStore plans;
    private final PlanUploads uploads;

    public PlansResource(PlanStore plans, PlanUploads uploads) {
        this.plans = plans;
        this.uploads = uploads;
    }

    @POST
    @Access(value = CALLER, roles = Roles.ORGANISER)
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @RunOnVirtualThread
    @NotKept // The same plan has the same id, and a large one is not held to be compared.
    @Operation(
            summary = "Upload or generate a plan",
            description =
                    "A pretix seating plan, cavea-plan/1, CSV `section,row,number,zone,x,y`, or"
                            + " `{generate: {kind, …}}`. All forms: docs/reference/plan-format.md.",
            operationId = "createPlan")
    @RequestBody(content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(
            responseCode = "201",
            description = "The plan's id, counts and warnings.",
            content = @Content(schema = @Schema(implementation = PlanMade.class)))
    @APIResponse(responseCode = "400", description = "`malformed-json`")
    @APIResponse(
            responseCode = "422",
            description = "`invalid-plan`, with everything that is wrong")
    @APIResponse(
            responseCode = "503",
            description = "`overloaded`: too many plans are being uploaded at once")
    public Response create(
            @Context SecurityContext security,
            @HeaderParam("Content-Type") @Nullable String type,
            InputStream body) {
        Caller caller = Caller.of(security);
        Taken taken = uploads.take(caller.account(), body, source -> Taken.of(read(type, source)));
        PlanExchange.Reading reading = taken.reading();
        StoredPlan stored = taken.stored();
        plans.keep(stored, caller.account());
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/admin/plans/" + reading.plan().digest())
                .entity(PlanMade.of(reading))
                .build();
    }

    /** A plan that was read, and as it is kept. */
    private record Taken(PlanExchange.Reading reading, StoredPlan stored) {

        static Taken of(PlanExchange.Reading reading) {
            return new Taken(reading, StoredPlan.of(reading.plan()));
        }
    }

    private static PlanExchange.Reading read(@Nullable String type, Source body) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(CSV)
                ? PlanExchange.csv(body, charset(type))
                : PlanExchange.json(body);
    }

    private static @Nullable String charset(String type) {
        return MediaType.valueOf(type).getParameters().get(MediaType.CHARSET_PARAMETER);
    }

    @GET
    @Access(value = CALLER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(summary = "All plans", description = "Newest first.", operationId = "plans")
    @APIResponse(responseCode = "200", description = "A page of plans.")
    public Page<PlanSummary> list(@BeanParam PageParameters asked) {
        PageRequest page = asked.page(LIST);
        String after = page.after().map(last -> last.keys().getFirst()).orElse(null);
        return Page.of(
                        plans.list(after, page.limitAndOne()),
                        page.limit(),
                        plan -> Cursor.of(LIST, plan.digest()))
                .map(PlanSummary::of);
    }

    @GET
    @Path("/{digest}")
    @Access(value = CALLER, roles = Roles.ORGANISER)
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RunOnVirtualThread
    @Operation(
            summary = "A plan in any form",
            description =
                    "`format` is cavea (if left out), pretix or csv. Not every form has room for"
                            + " everything: the header Cavea-Export-Losses counts what would be"
                            + " missing if the document were imported again, and is left out if"
                            + " nothing would be. With `strict=true` such an export is refused.",
            operationId = "plan")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Object.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "`unknown-plan`")
    @APIResponse(
            responseCode = "409",
            description = "`export-incomplete` with `losses`, or `plan-unreadable`")
    @APIResponse(responseCode = "422", description = "`invalid-field`: no such format")
    public Response one(
            @PathParam("digest") String digest,
            @QueryParam("format") @Nullable String format,
            @QueryParam("strict") boolean strict) {
        PlanExchange.Format wanted = format(format);
        StoredPlan stored = plans.find(digest).orElseThrow(() -> unknown(digest));
        String end = wanted == PlanExchange.Format.CSV ? ".csv" : ".json";
        String name = digest.substring(0, 12) + end;
        PlanExchange.Written written = written(stored.plan(), wanted);
        if (strict && !written.losses().isEmpty()) {
            throw incomplete(written.losses());
        }
        Response.ResponseBuilder answer =
                Response.ok(written.bytes())
                        .type(wanted == PlanExchange.Format.CSV ? CSV : MediaType.APPLICATION_JSON)
                        .header("Content-Disposition", "inline; filename=\"plan-" + name + '"');
        if (!written.losses().isEmpty()) {
            answer.header("Cavea-Export-Losses", counted(written.losses()));
        }
        return answer.build();
    }

    private PlanExchange.Written written(Plan plan, PlanExchange.Format format) {
        return format == PlanExchange.Format.CAVEA
                ? PlanExchange.write(plan, format)
                : uploads.inTurn(() -> PlanExchange.write(plan, format));
    }

    private static Problem incomplete(List<Loss> losses) {
        return new Problem(
                        409,
                        "export-incomplete",
                        "This form cannot keep the whole plan",
                        "Missing after an import: " + counted(losses) + ".")
                .with("losses", losses);
    }

    private static String counted(List<Loss> losses) {
        return losses.stream()
                .map(loss -> loss.what() + "=" + loss.count())
                .collect(Collectors.joining(", "));
    }

    private static Problem unknown(String digest) {
        return Problems.notFound("unknown-plan", "There is no plan " + digest + ".");
    }

    private static PlanExchange.Format format(@Nullable String word) {
        if (word == null) {
            return PlanExchange.Format.CAVEA;
        }
        for (PlanExchange.Format format : PlanExchange.Format.values()) {
            if (format.name().equalsIgnoreCase(word)) {
                return format;
            }
        }
        throw Problems.invalidField("format", "is unknown", List.of("cavea", "pretix", "csv"));
    }
}
