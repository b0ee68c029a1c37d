package dev.cavea.platform.accounts.internal.people;

import static dev.cavea.platform.edge.Access.Level.CALLER;

import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditRecord;
import dev.cavea.platform.audit.AuditSearch;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.PageParameters;
import dev.cavea.platform.edge.PageRequest;
import dev.cavea.platform.kernel.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The audit trail, to be searched by administrators. It is here and not with the trail itself,
 * which every module writes to, including this one, and which cannot know who is an administrator.
 */
@Path("/api/v1/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operating")
@Singleton
public class AuditResource {

    private static final String LIST = "audit";

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @Access(value = CALLER, roles = Roles.ADMIN)
    @RunOnVirtualThread
    @Operation(
            summary = "Who did what, newest first",
            description = "Log-ins, roles, events, prices, stopped sales, money, operators' acts.",
            operationId = "audit")
    @APIResponse(responseCode = "200", description = "A page of entries")
    @APIResponse(responseCode = "422", description = "`invalid-field`")
    public Page<AuditRecord> search(
            @BeanParam AuditParameters query, @BeanParam PageParameters asked) {
        PageRequest page = asked.page(LIST);
        AuditSearch search = query.asked();
        return Page.of(
                audit.search(search, before(page), page.limitAndOne()),
                page.limit(),
                last -> Cursor.of(LIST, last.id()));
    }

    private static long before(PageRequest page) {
        return page.after()
                .map(last -> Ids.parse(last.keys().getFirst()))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .orElse(Long.MAX_VALUE);
    }
}
