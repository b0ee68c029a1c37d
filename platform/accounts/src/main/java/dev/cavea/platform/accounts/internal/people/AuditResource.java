package dev.cavea.platform.accounts.internal.people;

import static dev.cavea.platform.edge.Access.Level.CALLER;

import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditRecord;
import dev.cavea.platform.audit.AuditSearch;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Check;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail, to be searched by administrators. Here and not with the trail itself, which
 * every module writes to, this one included: it cannot know who is an administrator.
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
            summary = "Who did what, the newest first",
            description = "Log-ins, roles, events, prices, stopped sales, money, operators' acts.",
            operationId = "audit")
    @APIResponse(responseCode = "200", description = "A page of entries")
    @APIResponse(responseCode = "401", description = "`unauthorized`")
    @APIResponse(responseCode = "403", description = "`forbidden`: needs the role admin")
    @APIResponse(responseCode = "422", description = "`invalid-field`")
    public Page<AuditRecord> search(
            @Parameter(description = "The id of the account that did it") @QueryParam("who")
                    @Nullable String who,
            @Parameter(description = "A kind of act, as in the entries") @QueryParam("what")
                    @Nullable String what,
            @Parameter(description = "The id of what it was done to") @QueryParam("subject")
                    @Nullable String subject,
            @Parameter(description = "The first moment") @QueryParam("from") @Nullable String from,
            @Parameter(description = "The first moment that is too late") @QueryParam("to")
                    @Nullable String to,
            @BeanParam PageParameters asked) {
        PageRequest page = asked.page(LIST);
        Check check = new Check();
        AuditSearch search =
                new AuditSearch(
                        account(check, who),
                        act(check, what),
                        blank(subject) ? null : subject,
                        instant(check, "from", from),
                        instant(check, "to", to));
        check.orThrow();
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

    private static @Nullable Long account(Check check, @Nullable String who) {
        if (blank(who)) {
            return null;
        }
        OptionalLong id = Ids.parse(String.valueOf(who));
        check.that("who", id.isPresent(), "is no id", "the id of an account");
        return id.isPresent() ? id.getAsLong() : null;
    }

    private static @Nullable Act act(Check check, @Nullable String what) {
        if (blank(what)) {
            return null;
        }
        Act act = Act.of(String.valueOf(what)).orElse(null);
        List<String> words = Arrays.stream(Act.values()).map(Act::word).toList();
        check.that("what", act != null, "is no kind of act", words);
        return act;
    }

    private static @Nullable Instant instant(Check check, String field, @Nullable String text) {
        if (blank(text)) {
            return null;
        }
        try {
            return Instant.parse(String.valueOf(text));
        } catch (DateTimeParseException e) {
            check.that(field, false, "is no moment", "a moment like 2026-11-21T10:00:00Z");
            return null;
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
