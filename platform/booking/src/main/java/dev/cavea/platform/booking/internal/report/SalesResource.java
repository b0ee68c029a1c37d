package dev.cavea.platform.booking.internal.report;

import dev.cavea.platform.accounts.Authenticator;
import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.catalogue.EventOnSale;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What organisers see of the sales of their events; an administrator sees all. */
@Path("/api/v1/admin/analytics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organising")
@Singleton
public class SalesResource {

    private final SalesReport report;
    private final Authenticator authenticator;

    SalesResource(SalesReport report, Authenticator authenticator) {
        this.report = report;
        this.authenticator = authenticator;
    }

    @GET
    @Path("/summary")
    @RunOnVirtualThread
    @Operation(summary = "Sales at a glance", operationId = "salesSummary")
    @APIResponse(responseCode = "200", description = "One's own events; for an admin, all")
    @APIResponse(responseCode = "401", description = "`unauthorized`")
    @APIResponse(responseCode = "403", description = "`forbidden`")
    public SalesSummary summary(@HeaderParam("Authorization") @Nullable String authorization) {
        Caller caller = authenticator.require(authorization, Role.ORGANISER);
        return report.of(event -> mayManage(caller, event));
    }

    private static boolean mayManage(Caller caller, EventOnSale event) {
        return caller.role() == Role.ADMIN || event.organiser() == caller.account();
    }
}
