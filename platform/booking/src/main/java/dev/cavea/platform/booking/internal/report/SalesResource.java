package dev.cavea.platform.booking.internal.report;

import static dev.cavea.platform.edge.Access.Level.CALLER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.catalogue.EventOnSale;
import dev.cavea.platform.edge.Access;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What organisers see of the sales of their events; an administrator sees all. */
@Path("/api/v1/admin/analytics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organising")
@Singleton
public class SalesResource {

    private final SalesReport report;

    SalesResource(SalesReport report) {
        this.report = report;
    }

    @GET
    @Path("/summary")
    @Access(value = CALLER, roles = Roles.ORGANISER)
    @RunOnVirtualThread
    @Operation(summary = "Sales at a glance", operationId = "salesSummary")
    @APIResponse(responseCode = "200", description = "Your own events; all events for an admin")
    public SalesSummary summary(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return report.of(event -> mayManage(caller, event));
    }

    private static boolean mayManage(Caller caller, EventOnSale event) {
        return caller.role() == Role.ADMIN || event.organiser() == caller.account();
    }
}
