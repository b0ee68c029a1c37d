package dev.cavea.platform.payments.internal.webhook;

import static dev.cavea.platform.edge.Access.Level.PUBLIC;

import dev.cavea.platform.edge.Access;
import dev.cavea.platform.payments.Payments;
import dev.cavea.platform.payments.SandboxPayments;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How one can pay here: pages show what there is, and nothing else. */
@Singleton
@Path("/api/v1/payments/methods")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentMethodsResource {

    private final Payments payments;

    public PaymentMethodsResource(Payments payments) {
        this.payments = payments;
    }

    /** What can be named in a booking's {@code payment.method}. */
    @Schema(name = "PaymentMethods")
    public record Methods(List<Method> methods) {}

    /**
     * A provider that is switched on.
     *
     * @param sandbox whether it is play money, which moves none
     */
    @Schema(name = "PaymentMethod")
    public record Method(@Schema(examples = "sandbox") String method, boolean sandbox) {}

    @GET
    @Access(PUBLIC)
    @NonBlocking
    @Operation(
            summary = "The ways to pay",
            description = "With none, only what is free can be booked.",
            operationId = "paymentMethods")
    @APIResponse(responseCode = "200", description = "What `payment.method` may be, by name.")
    public Methods all() {
        return new Methods(
                payments.methods().stream()
                        .sorted()
                        .map(name -> new Method(name, name.equals(SandboxPayments.NAME)))
                        .toList());
    }
}
