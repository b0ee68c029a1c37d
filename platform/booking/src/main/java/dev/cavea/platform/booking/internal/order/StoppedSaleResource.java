package dev.cavea.platform.booking.internal.order;

import static dev.cavea.platform.edge.Access.Level.CALLER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For the operator who has found out why the second guard stopped a sale. */
@Path("/api/v1/admin/events/{id}/resume-sale")
@Tag(name = "Operating")
@Singleton
public class StoppedSaleResource {

    private static final Logger LOG = LoggerFactory.getLogger(StoppedSaleResource.class);

    private final StoppedSales stopped;
    private final Audit audit;

    StoppedSaleResource(StoppedSales stopped, Audit audit) {
        this.stopped = stopped;
        this.audit = audit;
    }

    @POST
    @Access(value = CALLER, roles = Roles.ADMIN)
    @RunOnVirtualThread
    @Operation(
            summary = "Resume a sale that the second guard stopped",
            description =
                    "`/health` names stopped sales. The booking that stopped it stays halted.",
            operationId = "resumeSale")
    @APIResponse(
            responseCode = "204",
            description = "It has resumed; on other servers within two seconds.")
    @APIResponse(responseCode = "404", description = "`sale-not-stopped`")
    public Response resume(@Context SecurityContext security, @PathParam("id") String id) {
        Caller operator = Caller.of(security);
        OptionalLong event = Ids.parse(id);
        if (event.isEmpty()
                || !stopped.resume(event.getAsLong(), noted(operator, event.getAsLong()))) {
            throw Problems.notFound("sale-not-stopped", "No sale of event " + id + " is stopped.");
        }
        LOG.warn("{} resumes the sale of event {}", Ids.text(operator.account()), id);
        return Response.noContent().build();
    }

    private Consumer<Handle> noted(Caller operator, long event) {
        AuditEntry entry =
                AuditEntry.of(Act.SALE_RESUMED, "event", event)
                        .by(operator.account(), operator.role().word());
        return handle -> audit.record(handle, entry);
    }
}
