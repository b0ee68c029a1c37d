package dev.cavea.platform.catalogue.internal.events;

import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.edge.Access;
import dev.cavea.platform.kernel.Currencies;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How amounts are to be shown: the same by every page, whatever its browser believes. */
@Path("/api/v1/currencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Discovery")
@Singleton
public class CurrenciesResource {

    /** A day: a new currency is rare, and none changes its digits. */
    private static final String CACHED = "public, max-age=86400";

    /**
     * The currencies in use.
     *
     * @param digits after the point, by ISO 4217 code
     */
    @Schema(name = "Currencies")
    public record Digits(Map<String, Integer> digits) {}

    @GET
    @Access(PUBLIC)
    @NonBlocking
    @Operation(
            summary = "Digits of each currency",
            description =
                    "An amountMinor of 12345 is 123.45 in HUF, 12345 in JPY and 12.345 in KWD. Only"
                            + " these currencies can be priced in.",
            operationId = "currencies")
    @APIResponse(
            responseCode = "200",
            description = "Digits after the point, by ISO 4217 code.",
            content = @Content(schema = @Schema(implementation = Digits.class)))
    public Response all() {
        return Response.ok(new Digits(Currencies.all())).header("Cache-Control", CACHED).build();
    }
}
