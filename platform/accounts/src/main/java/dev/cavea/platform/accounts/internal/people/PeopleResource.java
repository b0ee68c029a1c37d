package dev.cavea.platform.accounts.internal.people;

import static dev.cavea.platform.edge.Access.Level.CALLER;

import dev.cavea.platform.accounts.Caller;
import dev.cavea.platform.accounts.Role;
import dev.cavea.platform.accounts.Roles;
import dev.cavea.platform.accounts.internal.sessions.Sessions;
import dev.cavea.platform.accounts.internal.sessions.Unauthorized;
import dev.cavea.platform.audit.Act;
import dev.cavea.platform.audit.Audit;
import dev.cavea.platform.audit.AuditEntry;
import dev.cavea.platform.edge.Access;
import dev.cavea.platform.edge.Check;
import dev.cavea.platform.edge.Cursor;
import dev.cavea.platform.edge.Page;
import dev.cavea.platform.edge.PageParameters;
import dev.cavea.platform.edge.PageRequest;
import dev.cavea.platform.edge.Problem;
import dev.cavea.platform.edge.Problems;
import dev.cavea.platform.kernel.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The caller's own account, and the list of accounts; an administrator assigns roles. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
@Singleton
public class PeopleResource {

    private static final String LIST = "accounts";
    private static final List<String> GIVEN =
            Arrays.stream(Role.values())
                    .filter(role -> role != Role.GUEST)
                    .map(Role::word)
                    .toList();

    private final AccountRows rows;
    private final Sessions sessions;
    private final Audit audit;

    public PeopleResource(AccountRows rows, Sessions sessions, Audit audit) {
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The body that gives a role. */
    @Schema(requiredProperties = "role")
    public record RoleGiven(@Nullable String role) {}

    @GET
    @Path("/me")
    @Access(CALLER)
    @RunOnVirtualThread
    @Operation(summary = "Show your account", operationId = "me")
    @APIResponse(responseCode = "200", description = "The account; a guest has no address or name.")
    public Account me(@Context SecurityContext security) {
        Caller caller = Caller.of(security);
        if (caller.role() == Role.GUEST) {
            return Account.guest(caller.account());
        }
        return rows.find(caller.account()).orElseThrow(Unauthorized.REVOKED::problem);
    }

    @GET
    @Path("/admin/accounts")
    @Access(value = CALLER, roles = Roles.ADMIN)
    @RunOnVirtualThread
    @Operation(summary = "List accounts, oldest first", operationId = "listAccounts")
    @APIResponse(responseCode = "200", description = "A page of accounts; guests have none.")
    public Page<Account> list(@BeanParam PageParameters asked) {
        PageRequest page = asked.page(LIST);
        long after =
                page.after()
                        .map(last -> Ids.parse(last.keys().getFirst()))
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong)
                        .orElse(0L);
        return Page.of(rows.list(page, after), page.limit(), last -> Cursor.of(LIST, last.id()));
    }

    @PUT
    @Path("/admin/accounts/{id}/role")
    @Access(value = CALLER, roles = Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Give an account a role",
            description = "Its sessions end, because their tokens carry the old role.",
            operationId = "giveRole")
    @APIResponse(responseCode = "200", description = "The account with its new role.")
    @APIResponse(responseCode = "404", description = "`unknown-account`")
    @APIResponse(responseCode = "409", description = "`last-admin`: someone must stay in charge")
    public Account giveRole(
            @Context SecurityContext security, @PathParam("id") String id, RoleGiven body) {
        Caller admin = Caller.of(security);
        Role role = role(Bodies.present(body).role);
        Account account =
                Optional.of(Ids.parse(id))
                        .filter(OptionalLong::isPresent)
                        .flatMap(number -> rows.find(number.getAsLong()))
                        .orElseThrow(() -> unknown(id));
        long number = AccountRows.idOf(account);
        Account changed =
                rows.inTransaction(handle -> changed(handle, account, role, admin))
                        .orElseThrow(() -> unknown(id));
        sessions.endAll(number);
        return changed;
    }

    private Optional<Account> changed(Handle handle, Account account, Role role, Caller admin) {
        long id = AccountRows.idOf(account);
        if (role != Role.ADMIN && !rows.hasAdminBeside(handle, id)) {
            throw lastAdmin();
        }
        audit.record(
                handle,
                AuditEntry.of(Act.ROLE_CHANGED, "account", account.id())
                        .by(admin.account(), admin.role().word())
                        .changed("role", account.role(), role.word()));
        return rows.setRole(handle, id, role);
    }

    private static Role role(@Nullable String word) {
        Check check = new Check();
        String known = check.oneOf("role", word, GIVEN);
        check.orThrow();
        return Role.valueOf(known.toUpperCase(Locale.ROOT));
    }

    private static Problem unknown(String id) {
        return Problems.notFound("unknown-account", "There is no account " + id + ".");
    }

    private static Problem lastAdmin() {
        return new Problem(
                409,
                "last-admin",
                "Someone must stay in charge",
                "This is the only administrator. Give another account the role admin first.");
    }
}
