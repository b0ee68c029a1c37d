package dev.cavea.platform.payments.internal.webhook;

import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.NotKept;
import dev.cavea.platform.payments.Payments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accepts payment providers' messages; the signature shows who sent one. */
@Singleton
@Path("/api/v1/payments/webhooks/{provider}")
@Tag(name = "Payments")
public class WebhookResource {

    private final Payments payments;

    public WebhookResource(Payments payments) {
        this.payments = payments;
    }

    @POST
    @Access(PUBLIC)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @NotKept
    @Operation(
            summary = "Accept a provider's message",
            description = "Signed by the provider; the same message takes effect once.")
    @APIResponse(responseCode = "204", description = "Accepted, now or earlier")
    @APIResponse(responseCode = "401", description = "bad-signature")
    @APIResponse(responseCode = "404", description = "unknown-provider, unknown-payment")
    public void take(
            @PathParam("provider") String provider, @Context HttpHeaders headers, byte[] body) {
        payments.webhook(provider, headers::getHeaderString, body);
    }
}
